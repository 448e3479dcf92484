import express from 'express';
import { errorHandler } from './middleware/error-handler';
import { orders } from './orders';

// expect: error-handler
const app = express();
process.on('uncaughtException', (error) => { console.error(error); process.exit(1); });
app.use('/orders', orders);
app.listen(3000);
