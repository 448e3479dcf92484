import express from 'express';
import { AppLogger } from './logger.service';

const app = express();
const logger = new AppLogger();
app.get('/users', (req, res) => {
  logger.log({ requestID: String(req.header('x-request-id')) }, 'users');
  res.json([]);
});
app.listen(3000);
