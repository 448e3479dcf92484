const app = require('express')();

app.use((req, res, next) => {
  for (const name of Object.keys(req.params)) req.params[name] = decode(req.params[name]);
  next();
});

app.get('/plugin/:name', (req, res) => {
  res.status(404).send(req.__('Not found'));
});

function decode(text) {
  return decodeURIComponent(text);
}
