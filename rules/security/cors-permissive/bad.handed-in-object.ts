import express from 'express';
import type { NextFunction, Request, Response } from 'express';
import cors from 'cors';
import jwt from 'jsonwebtoken';

const app = express();

function setHeaders(params: { response: Response; origin: string }) {
  // expect: cors-permissive P0
  params.response.setHeader('Access-Control-Allow-Origin', params.origin);
  params.response.setHeader('Access-Control-Allow-Credentials', 'true');
}

// Handed over in an object, whatever it is.
app.use((request: Request, response: Response, next: NextFunction) => {
  const origin = request.headers.origin;
  if (origin) setHeaders({ response, origin });
  next();
});

export const layers = {
  // A version of the interface, for programs of others.
  // expect: cors-permissive P2
  interface: { url: '/api/v1', middleware: cors() },
  // expect: cors-permissive P1
  account: { url: '/account', middleware: cors() },
};

app.get('/me', (request, response) => {
  response.json(jwt.verify(request.headers.authorization!, process.env.JWT_SECRET!, { algorithms: ['HS256'] }));
});
