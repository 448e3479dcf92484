import Fastify from 'fastify';
import cookie from '@fastify/cookie';
import { routes } from './routes.js';

const app = Fastify();
app.register(cookie, { secret: process.env.SECRET, parseOptions: { httpOnly: true, secure: true, sameSite: 'lax' } });
app.register(routes);
