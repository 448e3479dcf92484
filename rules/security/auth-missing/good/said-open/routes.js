const bcrypt = require('bcrypt');
const express = require('express');
const OpenAI = require('openai');
const { trace } = require('@opentelemetry/api');
const { requireUser } = require('./auth');
const controller = require('./controller');
const { Profile, Order, Account, Street } = require('./models');

const router = express.Router();

router.delete('/orders/:id', requireUser, async (req, res) => res.json(await Order.findByIdAndDelete(req.params.id)));

// @route    GET api/orders/recent
// @desc     Get all orders of the market
// @access   Public
router.get('/orders/recent', async (req, res) => res.json(await Order.find()));

router
  .route('/messages')
  // the comment stands at the handler
  .get(controller.listMessages);

// Names of streets, found by what stands on a letter.
router.get('/address/:zipCode', async (req, res) => res.json(await Street.findByCode(req.params.zipCode)));

// Where the payment service sends the browser back to.
router.get('/payments/response', async (req, res) => res.json(await Order.findOne({ reference: req.query.reference })));

router.get('/users/:username', async (req, res) => res.json(await Profile.findOne({ username: req.params.username })));
router.get('/profiles', async (req, res) => res.json(await Profile.find()));

// How strangers sign up in this service.
router.post('/accounts', async (req, res) => {
  const account = new Account({ ...req.body, password: await bcrypt.hash(req.body.password, 12) });
  await account.save();
  res.status(201).json({ id: account.id });
});

// The caller brings a key of his own.
router.post('/prompts', async (req, res) => {
  const client = new OpenAI({ apiKey: req.body.apiKey });
  const answer = await client.chat.completions.create({ model: 'gpt-4o', max_tokens: 100, messages: req.body.messages });
  res.json(answer);
});

// A list of the function's own, and a mark on a trace, are no data of the service.
router.post('/sum', (req, res) => {
  const queue = [];
  for (const each of req.body.numbers) queue.push(each);
  trace.getActiveSpan().setAttribute('count', queue.length);
  res.json(queue.reduce((sum, each) => sum + each, 0));
});

module.exports = router;
