import express from 'express';
import bodyParser from 'body-parser';
import Fastify from 'fastify';
import Koa from 'koa';
import koaBody from 'koa-body';
import { bodyLimit } from 'hono/body-limit';
import getRawBody from 'raw-body';
import { config } from './config.js';

const app = express();
app.use(express.json());
app.use(express.urlencoded({ extended: false }));
app.use(express.json({ limit: '10mb' }));
app.use(bodyParser.json({ limit: 1024 * 1024 }));
app.use(bodyParser.json({ limit: '500kb' }));
app.use(express.json({ limit: config.bodyLimit }));
app.use(express.json({ limit: process.env.BODY_LIMIT || '1mb' }));
export const plain = Fastify({ logger: true });
export const limited = Fastify({ bodyLimit: 1048576 });
new Koa().use(koaBody({ multipart: true, jsonLimit: '2mb' }));
export const limit = bodyLimit({ maxSize: 50 * 1024 });
export const read = (req) => getRawBody(req, { limit: '1mb', encoding: 'utf8' });

export const message = { payload: { id: 1 } };
