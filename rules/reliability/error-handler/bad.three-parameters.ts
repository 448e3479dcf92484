// expect-project: error-handler P3
import express, { type Request, type Response } from 'express';

// expect: error-handler P1
const app = express();

const errorHandler = (err: Error, _req: Request, res: Response): void => {
  res.status(500).json({ message: err.message });
};

app.get('/orders', (_req, res) => {
  res.json([]);
});
app.use(errorHandler);
app.listen(3000);
