import axios from 'axios';
import express from 'express';
import got from 'got';
import http from 'node:http';
import net from 'node:net';
import superagent from 'superagent';
import { Pool } from 'undici';

const app = express();
app.use(express.json());
const BASE = process.env.API_URL;
const PARTNERS: Record<string, string> = { eu: 'https://eu.example.com', us: 'https://us.example.com' };
const api = axios.create({ baseURL: 'https://api.example.com', timeout: 5000 });
const pool = new Pool('https://api.example.com');

app.get('/users/:id', async (req, res) => {
  // ok: ssrf
  await fetch(`https://api.example.com/users/${req.params.id}`);
  // ok: ssrf
  await axios.get(BASE + '/users/' + req.params.id);
  // ok: ssrf
  await fetch(`${process.env.API_URL}/users/${req.params.id}`);
  // ok: ssrf
  await api.get(`/users/${req.params.id}`);
  // ok: ssrf
  await got('https://api.example.com/search', { searchParams: { q: req.query.q as string } });
  // ok: ssrf
  await superagent.get('https://api.example.com/search?q=' + req.query.q);
  // ok: ssrf
  await fetch(new URL(`/users/${req.params.id}`, 'https://api.example.com'));
  // ok: ssrf
  http.get({ host: 'api.example.com', path: `/users/${req.params.id}` }, (answer) => answer.pipe(res));
  // ok: ssrf
  await pool.request({ path: `/users/${req.params.id}`, method: 'GET' });
  // ok: ssrf
  net.connect(Number(req.query.port), 'localhost');
});

// Request data is what is sent, not where to.
app.post('/orders', async (req, res) => {
  // ok: ssrf
  await axios.post('https://api.example.com/orders', req.body);
  // ok: ssrf
  await axios({ method: 'post', baseURL: BASE, url: '/orders', data: req.body, headers: { 'x-tenant': req.body.tenant } });
  // ok: ssrf
  await fetch('https://api.example.com/orders', { method: 'POST', body: JSON.stringify(req.body) });
  const url = new URL('https://api.example.com/search');
  url.searchParams.set('q', req.body.q);
  url.pathname = req.body.path;
  // ok: ssrf
  res.json(await (await fetch(url)).json());
});

// The client names an entry of a table, or one of a list.
app.get('/partners', async (req, res) => {
  const partner = PARTNERS[req.query.region as string] ?? PARTNERS.eu;
  // ok: ssrf
  await fetch(`${partner}/status`);
  const host = req.query.host as string;
  if (!['a.example.com', 'b.example.com'].includes(host)) {
    res.sendStatus(400);
    return;
  }
  // ok: ssrf
  await fetch(`https://${host}/status`);
});
