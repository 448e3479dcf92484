import { Hono } from 'hono';
import { orders } from './routes';

const app = new Hono();
app.route('/2024-10/orders', orders);
export default app;
