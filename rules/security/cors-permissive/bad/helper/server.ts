import cors from 'cors';
import express from 'express';
import { isAllowedOrigin } from './origins';

const app = express();
// expect: cors-permissive P1
app.use(cors({
  origin(origin, callback) {
    callback(null, isAllowedOrigin(origin ?? ''));
  },
  credentials: true,
}));
app.listen(3000);
