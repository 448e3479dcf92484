const express = require('express');
const cors = require('cors');
const { keys } = require('./keys');

const app = express();

function refuse(res, reason = 'unauthorized', status = 401) {
  return res.status(status).json({ error: reason });
}

// Who shows a key gets more requests; everybody else is answered as well.
function checkKey(req, res, next) {
  const apiKey = req.headers['x-api-key'];
  if (apiKey) {
    const limits = keys.read(apiKey);
    if (!limits.valid) return refuse(res, 'invalid api key', 401);
    res.set('X-Api-Key-Limit', limits.limit);
  }
  return next();
}

app.use(cors({ maxAge: 86400 }));
app.use(checkKey);
// Nobody is answered here any more.
app.post('/message', async (req, res) => {
  return refuse(res, 'personal sign is not supported anymore', 410);
});
app.get('/spaces/:key', async (req, res) => res.json(await app.locals.spaces.find(req.params.key)));
app.listen(process.env.PORT);
