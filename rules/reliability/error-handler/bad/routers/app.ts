import express from 'express';
import { orders } from './orders.js';

// expect: error-handler
export const app = express();
app.use(express.json());
app.use('/orders', orders);
