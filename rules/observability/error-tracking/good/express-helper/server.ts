import express, { type NextFunction, type Request, type Response } from 'express';
import { tell } from './failures';

const app = express();
app.get('/orders', (req, res) => res.json([]));

function onFailure(error: unknown, req: Request, res: Response, next: NextFunction) {
  tell(error);
  res.status(500).json({ error: 'internal' });
}
app.use(onFailure);
app.listen(3000);
