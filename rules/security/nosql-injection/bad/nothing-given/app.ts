import express, { type Request, type Response } from 'express';
import mongoose from 'mongoose';

const Source = mongoose.model('Source', new mongoose.Schema({ name: String }));
const app = express();
app.use(express.json());

function createHandler(options: { timeout: number }) {
  return (handler: (req: Request) => Promise<unknown>) => async (req: Request, res: Response) => {
    res.setTimeout(options.timeout);
    res.json(await handler(req));
  };
}

const settings = { timeout: 3_000 };
app.post(
  '/sources',
  createHandler(settings)(async (req) => {
    // expect: nosql-injection
    return Source.findOne({ name: req.body.source });
  }),
);
app.listen(3000);
