import express from 'express';
import { orders } from './orders';
import { security } from './security';

const app = express();
app.use('/orders', orders);
security(app);
app.listen(3000);
