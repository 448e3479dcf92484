import cors from 'cors';
import express from 'express';
import { isAllowedOrigin } from './origins';

const app = express();
app.use(cors({
  origin(origin, callback) {
    if (origin && isAllowedOrigin(origin)) {
      callback(null, true);
      return;
    }
    callback(null, false);
  },
  credentials: true,
}));
app.listen(3000);
