// What a chain goes on after all the same, and what is only looked at.
const express = require('express');
const path = require('path');

const app = express();

app.get('/caught', (req, res) => {
  const name = String(req.query.name);
  load()
    .then((settings) => {
      if (/[^\w-]/.test(name)) throw new Error('no such log');
      return settings;
    })
    .catch(() => ({ logs: '/srv/logs' }))
    .then((settings) => {
      // expect: path-traversal
      res.sendFile(path.join(settings.logs, name));
    });
});

app.get('/turned', (req, res) => {
  const name = String(req.query.name);
  load()
    .then((settings) => {
      if (!/[^\w-]/.test(name)) throw new Error('no such log');
      return settings;
    })
    .then((settings) => {
      // expect: path-traversal
      res.sendFile(path.join(settings.logs, name));
    })
    .catch(() => res.sendStatus(404));
});

app.get('/sometimes', (req, res) => {
  const name = String(req.query.name);
  load()
    .then((settings) => {
      if (settings.open) return settings;
      if (/[^\w-]/.test(name)) throw new Error('no such log');
      return settings;
    })
    .then((settings) => {
      // expect: path-traversal
      res.sendFile(path.join(settings.logs, name));
    })
    .catch(() => res.sendStatus(404));
});

app.get('/refused', (req, res) => {
  const name = String(req.query.name);
  load().then(
    (settings) => {
      if (/[^\w-]/.test(name)) throw new Error('no such log');
      return settings;
    },
    () => ({ logs: '/srv/logs' }),
  ).then((settings) => {
    res.sendFile(path.join(settings.logs, `${name}.log`));
  });
});

app.get('/later', (req, res) => {
  const name = String(req.query.name);
  load()
    .then((settings) => {
      // expect: path-traversal
      res.sendFile(path.join(settings.logs, name));
    })
    .then(() => {
      if (/[^\w-]/.test(name)) throw new Error('no such log');
    });
});

async function load() {
  return { logs: '/srv/logs', open: true };
}
