import express from 'express';
import { read } from './read.js';

// Listed, not counted: it stands in for what runs elsewhere.
// expect: error-handler P3
const app = express();
app.get('/', async (_req, res) => {
  res.json(await read());
});
app.listen(3000);
process.on('unhandledRejection', (reason) => console.error(reason));
