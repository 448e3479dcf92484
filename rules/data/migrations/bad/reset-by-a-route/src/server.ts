import express from 'express';
import { reset } from './reset-controller';

const app = express();
app.get('/users', (_request, response) => response.json([]));
if (process.env.RESET_ALLOWED === 'yes') {
  app.delete('/test/database', reset);
}
app.listen(3000);
