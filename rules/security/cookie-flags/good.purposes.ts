import { Hono } from 'hono';
import { setCookie } from 'hono/cookie';

const PREFERRED_TEAM_URL_COOKIE = 'preferred-team-url';
const app = new Hono();

app.get('/t/:team', (c) => {
  // ok: cookie-flags
  setCookie(c, PREFERRED_TEAM_URL_COOKIE, c.req.param('team'), { sameSite: 'lax' });
  return c.text('ok');
});

export default app;
