import express from 'express';
import { orders } from './orders.js';
import { setupErrors } from './errors.js';

export const app = express();
app.use('/orders', orders);
setupErrors(app);
