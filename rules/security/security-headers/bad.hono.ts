import { Hono } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
// expect: security-headers P2
const app = new Hono();
app.use(secureHeaders());
export default app;
