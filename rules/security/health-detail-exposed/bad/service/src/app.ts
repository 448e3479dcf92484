import express from 'express';
import { report } from './report';

const app = express();

// expect: health-detail-exposed P2
app.get('/api/health', async (_req, res) => {
  res.json(await report());
});
