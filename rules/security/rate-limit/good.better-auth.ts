import { betterAuth } from 'better-auth';
import { toNodeHandler } from 'better-auth/node';
import express from 'express';
import { Hono } from 'hono';

const auth = betterAuth({ emailAndPassword: { enabled: true } });
export const app = new Hono();
app.on(['POST', 'GET'], '/api/auth/*', (c) => auth.handler(c.req.raw));

export const server = express();
server.all('/api/auth/*splat', toNodeHandler(auth));
