import express from 'express';

const app = express();
app.use((error: any, req: express.Request, res: express.Response, next: express.NextFunction) => {
  let text = 'Internal Server Error';
  text = error.message;
  // expect: error-detail-exposed
  res.status(500).json({ text });
});
