var fs = require('fs');
var crypto = require('crypto');
var bcrypt = require('bcrypt');
var express = require('express');

var app = express();
// As the module loads.
var terms = fs.readFileSync('terms.html', 'utf8');
var words = null;
var templates = new Map();

app.get('/terms', function (req, res) {
  res.send(terms);
});

app.post('/login', async function (req, res) {
  if (!(await bcrypt.compare(req.body.password, 'hash'))) return res.status(401).end();
  res.json({ token: crypto.randomBytes(32).toString('hex') });
});

/** Read once, when it is first needed. */
function wordList() {
  if (!words) words = fs.readFileSync('words.txt', 'utf8').split('\n');
  return words;
}

function template(name) {
  if (templates.has(name)) return templates.get(name);
  var text = fs.readFileSync('templates/a.html', 'utf8');
  templates.set(name, text);
  return text;
}

app.get('/word', function (req, res) {
  res.send(template('word') + wordList()[0]);
});

/** One for all requests. */
class Settings {
  static shared() {
    if (Settings.instance == null) Settings.instance = new Settings();
    return Settings.instance;
  }
  constructor() {
    this.text = fs.readFileSync('settings.json', 'utf8');
  }
}

app.get('/settings', function (req, res) {
  res.send(Settings.shared().text);
});

if (process.env.NODE_ENV !== 'production') {
  app.get('/_test/snapshot', function (req, res) {
    fs.copyFileSync('data.db', 'snapshot.db');
    res.end();
  });
}

/** Nobody calls it for a request. */
function prepare() {
  fs.writeFileSync('state.json', '{}');
}

prepare();
app.listen(3000);
