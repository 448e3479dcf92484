import express from 'express';
import jwt from 'jsonwebtoken';
import { handleAuthCallback, sessions } from './sessions.js';

const app = express();

function decodeToken(token: string) {
  return jwt.decode(token) as { exp?: number; sub?: string };
}

// The session keeps the token; only when it ends is read.
app.post('/session/renew', async (req, res) => {
  const session = await sessions.find(req.cookies.session);
  const claims = decodeToken(session.accessToken);
  if (claims.exp && claims.exp < Date.now() / 1000) return res.status(401).end();
  return res.status(204).end();
});

// What the identity provider gave for the code.
app.get('/callback', async (req, res) => {
  const { accessToken } = await handleAuthCallback(req);
  const claims = decodeToken(accessToken);
  res.cookie('user', claims.sub, { httpOnly: true, secure: true });
  res.redirect('/');
});

// Cookies that have run out are taken away.
app.post('/tidy', (req, res) => {
  const kept = Object.entries(req.cookies as Record<string, string>).map(([key, value]) => ({ key, payload: jwt.decode(value) as { exp: number } }));
  kept.filter((cookie) => cookie.payload.exp < Date.now() / 1000).forEach((cookie) => res.clearCookie(cookie.key));
  res.status(204).end();
});

// Traffic that was recorded elsewhere and is looked at here.
app.post('/traces', (req, res) => {
  const users = [];
  for (const header of req.body.request.headers) {
    if (header.name !== 'authorization') continue;
    const claims = jwt.decode(header.value) as { sub: string };
    users.push(claims.sub);
  }
  res.json({ users });
});

// The line of the request is written when the answer has gone.
app.use((req, res, next) => {
  let userId: string | null = null;
  const claims = jwt.decode(req.headers.authorization ?? '');
  userId = typeof claims === 'object' ? (claims?.['sub'] ?? null) : null;
  res.on('finish', () => {
    void sessions.record({ userId, path: req.path, status: res.statusCode });
  });
  next();
});

app.get('/registry', (req, res) => {
  const setting = jwt.verify(app.settings.get('registry:token'), '', { algorithms: ['none'] as never });
  res.json({ catalogue: (setting as { catalogue: string }).catalogue });
});
