import express from 'express';
import session from 'express-session';
import cookieSession from 'cookie-session';
import { config } from './config.js';

const app = express();
const isProduction = process.env.NODE_ENV === 'production';

app.use(session({ secret: process.env.S!, cookie: { secure: isProduction, sameSite: 'lax' } }));
app.use(session({ secret: process.env.S!, cookie: { secure: 'auto', sameSite: 'auto' } }));
app.use(cookieSession({ keys: [process.env.S!], secure: true, sameSite: 'strict' }));
app.use(session({ secret: process.env.S!, cookie: config.cookie }));

app.post('/login', (req, res) => {
  res.cookie('session', 'abc', { httpOnly: true, secure: process.env.NODE_ENV === 'production', sameSite: 'lax' });
  res.cookie('session', 'abc', { httpOnly: true, secure: isProduction ? true : false, sameSite: isProduction ? 'none' : 'lax' });
  res.cookie('embedded', 'abc', { httpOnly: true, secure: true, sameSite: 'none' });
  res.cookie('token', 'abc', config.cookies);
  res.cookie('theme', 'dark');
  res.cookie('locale', 'de', { maxAge: 1000 });
  res.cookie('lastProvider', 'google', { httpOnly: false, secure: true, sameSite: 'lax' });
  res.cookie('XSRF-TOKEN', 'abc', { secure: true, sameSite: 'strict' });
});

app.post('/logout', (req, res) => {
  res.clearCookie('session');
  res.cookie('session', '', { maxAge: 0 });
  res.cookie('session', 'none', { maxAge: 0 });
  res.cookie('session', 'deleted', { expires: new Date(0) });
  res.cookie('session', 'none', { expires: new Date(Date.now() - 1000) });
  res.cookie('accessToken', 'logout', { httpOnly: true, expires: new Date(Date.now()) });
  res.cookie('token', 'none', { httpOnly: true, expires: new Date(Date.now() + 10 * 1000) });
  res.cookie('jwt', 'loggedout', { maxAge: 10_000 });
});

// Not a response.
declare const book: { cookie(name: string, value: string): void };
book.cookie('session', 'recipe');

export function forget(res) {
  const past = new Date();
  past.setTime(past.getTime() - 1000);
  res.cookie('Authentication', '', { expires: past });
  res.cookie('session', '', { expires: new Date() });
}
