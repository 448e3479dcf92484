import cors from 'cors';
import express from 'express';
import { corsOptions } from './cors-options';

const app = express();
app.use(cors(corsOptions));
app.listen(3000);
