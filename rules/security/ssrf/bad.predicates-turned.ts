// A check of the program that is asked the wrong way round, or of whose answer nothing is made.
import axios from 'axios';
import express from 'express';
import { URL } from 'url';

const app = express();
const HOSTS = ['a.example.com', 'b.example.com'];
const isAllowedHost = (host: string) => HOSTS.includes(host);
const isBlocked = (host: string) => !HOSTS.includes(host);

app.get('/turned', async (req, res) => {
  const url = new URL(String(req.query.url));
  if (isAllowedHost(url.hostname)) return res.sendStatus(400);
  // expect: ssrf
  res.send((await axios.get(url.toString())).data);
});
app.get('/turned-too', async (req, res) => {
  const url = new URL(String(req.query.url));
  if (!isBlocked(url.hostname)) return res.sendStatus(400);
  // expect: ssrf
  res.send((await axios.get(url.toString())).data);
});
