import cors from 'cors';
import express from 'express';
import { account } from './account.js';

const app = express();
// expect: cors-permissive P1
app.use(cors());
app.get('/me', account);
app.listen(3000);
