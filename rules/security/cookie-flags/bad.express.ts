import express, { type Request, type Response } from 'express';

const app = express();

app.post('/login', (req, res) => {
  // expect: cookie-flags P1
  res.cookie('session', 'abc');
  // expect: cookie-flags P1
  res.cookie('token', 'abc', { maxAge: 900000 });
  // expect: cookie-flags P1
  res.cookie('refreshToken', 'abc', { httpOnly: false, secure: true, sameSite: 'lax' });
  // expect: cookie-flags P1
  res.cookie('jwt', 'abc', { httpOnly: true, secure: false, sameSite: 'strict' });
  // expect: cookie-flags P2
  res.cookie('sid', 'abc', { httpOnly: true, secure: true });
  // expect: cookie-flags P1
  res.cookie('sid', 'abc', { httpOnly: true, sameSite: 'none' });
  // expect: cookie-flags P2
  res.cookie('cart', 'abc', { maxAge: 1000 });
  // expect: cookie-flags P1
  res.cookie('XSRF-TOKEN', 'abc', { secure: false, sameSite: 'lax' });
  // expect: cookie-flags P1
  res.status(201).cookie('accessToken', 'abc', { httpOnly: true }).json({});
});

export function untyped(req, res) {
  // expect: cookie-flags P1
  res.cookie('auth_token', 'abc');
}

export class Cookies {
  set(response: Response, name: string) {
    // expect: cookie-flags P1
    response.cookie(name, 'x', { path: '/' });
  }
}

export function remember(response: Response, seconds: number) {
  const expires = new Date();
  expires.setSeconds(expires.getSeconds() + seconds);
  // expect: cookie-flags P1
  response.cookie('Authentication', 'abc', { httpOnly: true, expires });
}
