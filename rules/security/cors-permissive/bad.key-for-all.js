const express = require('express');
const cors = require('cors');
const { keys } = require('./keys');

const app = express();

function refuse(res, reason = 'unauthorized', status = 401) {
  return res.status(status).json({ error: reason });
}

// Without a key nobody is answered.
function checkKey(req, res, next) {
  const apiKey = req.headers['x-api-key'];
  const limits = keys.read(apiKey);
  if (!limits.valid) return refuse(res, 'invalid api key', 401);
  return next();
}

// expect: cors-permissive P1
app.use(cors({ maxAge: 86400 }));
app.use(checkKey);
app.get('/spaces/:key', async (req, res) => res.json(await app.locals.spaces.find(req.params.key)));
app.listen(process.env.PORT);
