import express from 'express';

const app = express();

app.get('/plugin', async (req, res) => {
  // expect: code-injection P0
  const plugin = require(req.query.name as string);
  // expect: code-injection P0
  const handler = await import(`./handlers/${req.query.handler}`);
  res.json(handler.run(plugin));
});

app.get('/language/:code', (req, res) => {
  const { code } = req.params;
  // JSON runs nothing.
  // expect: code-injection P2
  res.json(require('./locales/' + code + '.json'));
  // expect: code-injection P0
  res.json(require('./locales/' + code + '.js'));
});
