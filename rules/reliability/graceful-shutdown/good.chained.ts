import express from 'express';
import mongoose from 'mongoose';

const app = express();
app.get('/orders', (req, res) => res.json([]));
const server = app.listen(3000);

async function end(): Promise<void> {
  server.close();
  await mongoose.connection.close();
  process.exit(0);
}

process.on('SIGINT', end).on('SIGTERM', end);
