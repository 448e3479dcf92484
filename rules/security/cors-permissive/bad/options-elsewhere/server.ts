import cors from 'cors';
import express from 'express';
import { corsOptions } from './index';

const app = express();
// expect: cors-permissive P0
app.use(cors(corsOptions));
app.listen(3000);
