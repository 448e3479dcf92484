import { Hono } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
const users = new Hono();
const app = new Hono();
app.use(secureHeaders({ contentSecurityPolicy: { defaultSrc: ["'self'"] } }));
app.route('/users', users);
const orders = new Hono().get('/', (c) => c.json([])).post('/', (c) => c.json({}));
app.route('/orders', orders);
export default app;
