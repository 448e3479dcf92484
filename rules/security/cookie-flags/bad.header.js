const http = require('http');

http.createServer((req, res) => {
  const id = newSession(req);
  // expect: cookie-flags P1
  res.setHeader('Set-Cookie', 'session=' + id);
  // expect: cookie-flags P1
  res.setHeader('Set-Cookie', `token=${id}; Path=/; HttpOnly`);
  // expect: cookie-flags P1
  res.setHeader('Set-Cookie', ['sid=' + id + '; Secure; SameSite=Lax']);
  // expect: cookie-flags P1
  res.writeHead(200, { 'Set-Cookie': 'sessionId=abc' });
  res.end();
});
