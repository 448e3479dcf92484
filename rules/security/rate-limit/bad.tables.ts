import express, { type RequestHandler } from 'express';
import rateLimit from 'express-rate-limit';

const app = express();
const list: RequestHandler = (_req, res) => void res.json([]);
const signUp: RequestHandler = (_req, res) => void res.status(201).end();

const routes = [
  { method: 'get', path: '/a', handlers: [list] },
  { method: 'post', path: '/sign-up', handlers: [signUp] },
  { method: 'get', path: '/b', handlers: [rateLimit({ limit: 5 }), list] },
] as const;
for (const route of routes) {
  // expect: rate-limit P0
  app[route.method](route.path, ...route.handlers);
}
