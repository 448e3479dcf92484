import express from 'express';
import type { NextFunction, Request, Response } from 'express';
import cors from 'cors';
import jwt from 'jsonwebtoken';
import { settings } from './settings.js';

const app = express();
const origins = new Set(['https://shop.example.com']);

function first(value: string | string[] | undefined): string | null {
  if (Array.isArray(value)) return value[0] ?? null;
  return value ?? null;
}

function setHeaders(params: { response: Response; origin: string }) {
  params.response.setHeader('Access-Control-Allow-Origin', params.origin);
  params.response.setHeader('Access-Control-Allow-Credentials', 'true');
}

async function isAllowed(params: { origin: string }): Promise<boolean> {
  return origins.has(params.origin);
}

// Handed over in an object, when a list has it.
app.use((request: Request, response: Response, next: NextFunction) => {
  const origin = first(request.headers.origin);
  if (!origin) return next();
  isAllowed({ origin }).then((allowed) => {
    if (allowed) setHeaders({ response, origin });
    next();
  });
});

// Whoever runs it has to write a star for this.
const options: cors.CorsOptions = { credentials: true };
if (settings.allowedOrigins?.startsWith('*')) options.origin = (origin, answer) => answer(null, origin);
else options.origin = settings.allowedOrigins.split(',');
app.use('/plain', cors(options));

function resolve(list: string[]): string | string[] {
  return list.some((each) => each === '*') ? '*' : list;
}
app.use('/frontend', cors({ origin: resolve(settings.list) }));

app.get('/me', (request, response) => {
  response.json(jwt.verify(request.headers.authorization!, process.env.JWT_SECRET!, { algorithms: ['HS256'] }));
});
