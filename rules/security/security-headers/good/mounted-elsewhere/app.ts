import { Hono } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import users from './users.js';
const app = new Hono().use(secureHeaders({ contentSecurityPolicy: {} }));
app.route('/users', users);
export default app;
