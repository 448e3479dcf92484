const axios = require('axios');
const { Worker } = require('bullmq');
const express = require('express');
const jwt = require('jsonwebtoken');
const { safeAgent } = require('./agents');

const app = express();
app.use(express.json());

const signedIn = (req, res, next) => {
  try {
    req.user = jwt.verify(String(req.headers.authorization).slice(7), process.env.JWT_SECRET, { algorithms: ['HS256'] });
    next();
  } catch {
    res.sendStatus(401);
  }
};

// The address and its credentials: a system of the client's own.
app.post('/models', signedIn, async (req, res) => {
  // expect: ssrf P2
  const { data } = await axios.get(`${req.body.apiUrl}/models`, { headers: { Authorization: `Bearer ${req.body.apiKey}` } });
  res.json(data);
});

// What the browser sent of its own says nothing of it.
app.post('/proxy', signedIn, async (req, res) => {
  // expect: ssrf P1
  const { data } = await axios.get(req.body.url, { headers: { Authorization: req.headers.authorization } });
  res.json(data);
});

// A body is anybody's.
app.post('/relay', async (req, res) => {
  // expect: ssrf P1
  await axios.post(req.body.url, { token: req.body.token });
  res.sendStatus(204);
});

// Signed-in users enter it so that it is asked.
app.post('/hooks/test', signedIn, async (req, res) => {
  // expect: ssrf P2
  await axios.post(req.body.webhookUrl, { test: true });
  res.sendStatus(204);
});

// Strangers do as well.
app.post('/hooks/try', async (req, res) => {
  // expect: ssrf P1
  await axios.post(req.body.webhookUrl, { test: true });
  res.sendStatus(204);
});

// A link brings it.
app.get('/hooks/ping', signedIn, async (req, res) => {
  // expect: ssrf P1
  await axios.get(req.query.webhookUrl);
  res.sendStatus(204);
});

// Whether the agent refuses private addresses is not seen: of low confidence.
app.get('/preview', async (req, res) => {
  // expect: ssrf
  res.json((await axios.get(req.query.url, { httpsAgent: safeAgent })).data);
});

// Another system by its name.
app.post('/remotes', signedIn, async (req, res) => {
  // expect: ssrf P2
  const { data } = await axios.get(`${req.body.remoteUrl}/projects`);
  res.json(data);
});

// Which of the functions is called cannot be told, of the address as little as of its credentials.
const builders = {
  strapi: async (data) => {
    const options = { url: `${data.strapiHost}/posts`, headers: { authorization: `Bearer ${data.strapiToken}` } };
    // expect: ssrf P2
    return axios.request(options);
  },
  plain: async (data) => {
    const options = { url: `${data.plainHost}/posts`, headers: { accept: 'application/json' } };
    // expect: ssrf P1
    return axios.request(options);
  },
};
app.post('/templates/:kind', signedIn, async (req, res) => {
  res.json((await builders[req.params.kind](req.body)).data);
});

// A job that holds what to sign in with was made for that system; one that holds an address alone may be of anybody's.
new Worker('files', async (job) => {
  const { file, token } = job.data;
  // expect: ssrf P2
  await axios.get(file.url, { headers: { Authorization: `Bearer ${token}` } });
});
new Worker('pages', async (job) => {
  // expect: ssrf P1
  await axios.get(job.data.url);
});

app.listen(3000);
