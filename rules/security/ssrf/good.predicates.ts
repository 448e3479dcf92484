import axios from 'axios';
import express from 'express';
import { URL } from 'url';

const app = express();
const HOSTS = ['a.example.com', 'b.example.com'];
const isAllowedHost = (host: string) => HOSTS.includes(host);

app.get('/asked', async (req, res) => {
  const url = new URL(String(req.query.url));
  if (!isAllowedHost(url.hostname)) return res.sendStatus(400);
  res.send((await axios.get(url.toString())).data);
});
app.get('/listed', async (req, res) => {
  const address = String(req.query.url);
  if (!HOSTS.includes(new URL(address).hostname)) return res.sendStatus(400);
  res.send((await axios.get(address)).data);
});
