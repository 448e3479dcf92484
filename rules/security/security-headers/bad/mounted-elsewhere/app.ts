import { Hono } from 'hono';

import users from './users.js';
// expect: security-headers P1
const app = new Hono();
app.route('/users', users);
export default app;
