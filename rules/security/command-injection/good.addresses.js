const express = require('express');
const net = require('net');
const { isIP } = require('node:net');
const { exec } = require('child_process');
const app = express();

app.get('/any', (req, res) => {
  if (!net.isIP(req.query.host)) return res.status(400).end();
  exec(`ping -c 1 ${req.query.host}`, (error, out) => res.type('text').send(out));
});

app.get('/four', (req, res) => {
  if (isIP(req.query.host) !== 4) return res.status(400).end();
  exec('ping -c 1 ' + req.query.host, (error, out) => res.type('text').send(out));
});

app.get('/none', (req, res) => {
  const address = req.query.host;
  if (isIP(address) === 0) throw new Error('no address');
  exec('traceroute ' + address, (error, out) => res.type('text').send(out));
});
