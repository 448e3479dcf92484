import express from 'express';
import { createRequestHandler } from '@remix-run/express';
import * as build from './build.js';

// What fails behind it is answered by Remix.
const app = express();
app.use('/assets', express.static('build/client/assets'));
app.all('*', createRequestHandler({ build }));
const server = app.listen(3000);
process.on('unhandledRejection', (reason) => console.error(reason));
process.once('SIGTERM', () => server.close());
