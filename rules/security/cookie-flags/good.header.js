const http = require('http');
const cookie = require('cookie');

http.createServer((req, res) => {
  const id = newSession(req);
  res.setHeader('Set-Cookie', `session=${id}; Path=/; HttpOnly; Secure; SameSite=Lax`);
  res.setHeader('Set-Cookie', 'session=; Max-Age=0');
  res.setHeader('Set-Cookie', `session=${id}; Expires=Thu, 01 Jan 1970 00:00:00 GMT`);
  res.setHeader('Set-Cookie', 'lang=de; Path=/');
  res.setHeader('Set-Cookie', cookie.serialize('session', id, { httpOnly: true, secure: true, sameSite: 'lax' }));
  res.setHeader('Set-Cookie', upstream(req));
  res.setHeader('Set-Cookie', `session=${id}; ${attributes()}`);
  res.end();
});
