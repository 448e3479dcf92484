import { Hono } from 'hono';
import { Resend } from 'resend';

const resend = new Resend(process.env.RESEND_API_KEY);
const app = new Hono();

// Nobody waits for the letter.
app.post('/invitations', async (c) => {
  const { email } = await c.req.json();
  resend.emails.send({ from: 'team@example.com', to: email, subject: 'Welcome', text: 'Welcome' }).catch(() => undefined);
  resend.emails.send({ from: 'team@example.com', to: 'office@example.com', subject: 'New', text: email });
  return c.json({ ok: true });
});
