// What an earlier link of a chain has refused does not come to the next.
const express = require('express');
const path = require('path');

const DOWNLOADS = '/srv/downloads';
const app = express();

class Owners {
  static of(name) {
    if (!name) throw new Error('no name');
    if (name !== 'captain') throw new Error('no such name');
    return new Owners();
  }
  async open(token) {
    return { file: `backup-${token.length}.tar` };
  }
}

app.get('/download', (req, res) => {
  const name = req.query.name;
  Promise.resolve()
    .then(() => Owners.of(name).open(String(req.query.token)))
    .then((found) => {
      // ok: path-traversal
      res.download(`${DOWNLOADS}/${name}/${found.file}`);
    })
    .catch(() => res.sendStatus(404));
});

app.get('/logs', (req, res) => {
  const name = String(req.query.name);
  load()
    .then((settings) => {
      if (/[^\w-]/.test(name)) throw new Error('no such log');
      return settings;
    })
    .then((settings) => {
      // ok: path-traversal
      res.sendFile(path.join(settings.logs, `${name}.log`));
    })
    .catch(() => res.sendStatus(404));
});

async function load() {
  return { logs: '/srv/logs' };
}
