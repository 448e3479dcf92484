import axios from 'axios';
import express from 'express';
import { AsyncLocalStorage } from 'node:async_hooks';

const context = new AsyncLocalStorage<{ requestId: string }>();
const users = axios.create({ baseURL: 'http://users:8080' });
users.interceptors.request.use((config) => {
  config.headers['x-request-id'] = context.getStore()?.requestId;
  return config;
});

const app = express();
app.get('/me', async (req, res) => res.json((await users.get('/me')).data));
