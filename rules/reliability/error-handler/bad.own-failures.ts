import express from 'express';
import { codec } from './codec.js';

// Each handler takes its failures.
// expect: error-handler P3
export const careful = express();
careful.use(express.json());
careful.post('/decode', async (req, res) => {
  try {
    res.json(await codec.decode(req.body));
  } catch (error) {
    console.error('decoding failed', error);
    res.status(500).end('Internal server error');
  }
});

// Here one of them does something before it begins to.
// expect: error-handler P1
export const careless = express();
careless.post('/encode', async (req, res) => {
  const settings = await codec.settings(req.body.key);
  try {
    res.json(await codec.encode(req.body, settings));
  } catch (error) {
    res.status(500).end('Internal server error');
  }
});

// And here somebody hears of the process's end.
process.on('uncaughtException', (error) => console.error(error));
