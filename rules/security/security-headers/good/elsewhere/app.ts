import express from 'express';
import { secure } from './secure.js';
export const app = express();
secure(app);
