const express = require('express');
const serialize = require('node-serialize');
const yaml = require('js-yaml');
const YAML = require('yaml');
const serializeJavascript = require('serialize-javascript');

const app = express();

app.post('/restore', (req, res) => {
  const state = JSON.parse(req.body.state);
  // The package yaml, and js-yaml with a schema of plain data, read data only.
  const settings = YAML.parse(req.body.settings);
  const more = yaml.load(req.body.more, { schema: yaml.JSON_SCHEMA });
  res.send(serializeJavascript({ state, settings, more }));
});

serialize.unserialize({ rce: 'constant' });
