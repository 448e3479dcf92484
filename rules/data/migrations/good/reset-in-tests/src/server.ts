import express from 'express';
import { reset } from './reset-controller';

const app = express();
app.get('/users', (_request, response) => response.json([]));
// There for the tests of the interface alone.
if (process.env.NODE_ENV === 'test') {
  app.delete('/test/database', reset);
}
app.listen(3000);
