import axios from 'axios';
import express from 'express';
import got from 'got';
import http from 'node:http';
import https from 'https';
import ky from 'ky';
import needle from 'needle';
import net from 'node:net';
import nodeFetch from 'node-fetch';
import nodemailer from 'nodemailer';
import request from 'request';
import superagent from 'superagent';
import WebSocket from 'ws';
import { request as undiciRequest } from 'undici';

const app = express();
app.use(express.json());
const BASE = process.env.API_URL;
const api = axios.create({ baseURL: BASE, timeout: 5000 });

app.get('/preview', async (req, res) => {
  const url = req.query.url as string;
  // expect: ssrf P1
  await axios.get(url);
  // expect: ssrf
  await axios({ method: 'get', url });
  // expect: ssrf
  await fetch(url);
  // expect: ssrf
  await nodeFetch(url, { timeout: 1000 });
  // expect: ssrf
  await got(url);
  // expect: ssrf
  await ky.get(url);
  // expect: ssrf
  await undiciRequest(url);
  // expect: ssrf
  await superagent.get(url);
  // expect: ssrf
  await needle('get', url);
  // expect: ssrf
  request(url, () => res.end());
  // expect: ssrf
  request.post({ uri: url, json: true });
  // expect: ssrf
  http.get(url, (answer) => answer.pipe(res));
  // An absolute address takes the place of the base.
  // expect: ssrf
  await api.get(url);
});

app.post('/hook', async (req, res) => {
  const { host, port, path, callback } = req.body;
  // expect: ssrf
  await fetch(`https://${host}/status`);
  // expect: ssrf
  await axios.post('http://' + host + ':8080/jobs', { ok: true });
  // expect: ssrf
  await fetch(`https://${req.body.region}.example.com/status`);
  // expect: ssrf
  https.request({ hostname: host, port: 443, path: '/', method: 'GET' }).end();
  // The text that follows a host without a slash can make it another one.
  // expect: ssrf
  await fetch('https://api.example.com' + path);
  // expect: ssrf
  await fetch(new URL(path, 'https://api.example.com'));
  // expect: ssrf
  net.connect(port, host);
  // expect: ssrf
  net.createConnection({ host, port: 25 });
  // expect: ssrf
  new WebSocket(callback);
  // expect: ssrf
  nodemailer.createTransport({ host, port: 587 });
  // expect: ssrf
  const client = axios.create({ baseURL: callback });
  res.json((await client.get('/status')).data);
});
