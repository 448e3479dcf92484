import express from 'express';
import { read } from './read.js';

// Listed, not counted: an installer.
// expect: error-handler P3
const app = express();
app.get('/', async (_req, res) => {
  res.json(await read());
});
app.listen(3000);
process.on('unhandledRejection', (reason) => console.error(reason));
