const express = require('express');
const { logger } = require('./logger');
const { campaigns, plans, accounts } = require('./models');

const app = express();
app.use(express.json());

// Nothing of anybody is read of it: listed, of low confidence.
app.post('/campaigns/activate', async (req, res) => {
  // expect: pii-logging P1
  logger.info('activating', req.body);
  const { campaignId } = req.body;
  await campaigns.activate(campaignId);
  res.end();
});
app.post('/folders', async (req, res) => {
  const { directory, folderPath } = req.body;
  // expect: pii-logging P1
  if (!directory || !folderPath) logger.error(`wrong body: ${JSON.stringify(req.body)}`);
  res.end();
});

app.post('/login', async (req, res) => {
  // expect: pii-logging P0
  logger.info('login', req.body);
  const { email, password } = req.body;
  res.json(await accounts.login(email, password));
});
// What is kept of it is not in sight.
app.post('/plans', async (req, res) => {
  // expect: pii-logging P0
  logger.info('plan', req.body);
  const { planId } = req.body;
  await plans.keep(planId, req.body);
  res.end();
});

app.post('/plans/changed', async (req, res) => {
  // expect: pii-logging P1
  logger.debug('plan', req.body);
  await plans.keep(req.body);
  // expect: pii-logging P0
  logger.debug('headers', { body: req.body, headers: req.headers });
  res.end();
});
app.post('/register', async (req, res) => {
  // expect: pii-logging P0
  logger.debug('register', req.body);
  await accounts.register(req.body.email, req.body.password);
  res.end();
});

function debugLog(...args) {
  if (accounts.settings.log) console.log(...args);
}
exports.sync = (user, attributes) => {
  // Only for those who look for faults: low.
  // expect: pii-logging P1
  debugLog('syncing', user.email);
  // expect: pii-logging P1
  if (attributes.debug) console.log(`from the directory: ${user.email}`);
  // expect: pii-logging P0
  debugLog('with', user.password);
};

// A route that is there in production, too, whatever another one is.
if (process.env.HOOKS) {
  app.post('/hooks-of-partners', (req, res) => {
    // expect: pii-logging
    console.log(req.headers);
    res.sendStatus(204);
  });
}
