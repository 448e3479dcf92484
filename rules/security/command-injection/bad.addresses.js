const express = require('express');
const net = require('net');
const { exec } = require('child_process');
const app = express();

app.get('/', (req, res) => {
  if (net.isIP(req.query.host) === 4) return res.status(400).end();
  // expect: command-injection
  exec(`ping -c 1 ${req.query.host}`, (error, out) => res.type('text').send(out));
});
