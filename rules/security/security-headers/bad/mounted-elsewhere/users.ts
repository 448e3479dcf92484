import { Hono } from 'hono';
const users = new Hono();
users.get('/', (c) => c.json([]));
export default users;
