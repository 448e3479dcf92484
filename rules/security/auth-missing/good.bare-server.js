const http = require('http');
const { URL } = require('url');
const { Pool } = require('pg');

const pool = new Pool();

http.createServer(async (req, res) => {
  const { pathname } = new URL(req.url, 'http://localhost');
  if (pathname === '/health') return res.end('ok');
  // Before everything that follows.
  if (!(await sessionOf(req))) {
    res.statusCode = 401;
    return res.end('Unauthorized');
  }
  switch (pathname) {
    // ok: auth-missing
    case '/projects':
      if (req.method === 'POST') return create(req, res);
      break;
    // ok: auth-missing
    case '/projects/archive':
      await pool.query('UPDATE projects SET archived = true');
      return res.end();
  }
  res.writeHead(404).end();
}).listen(3000);

async function create(req, res) {
  await pool.query('INSERT INTO projects DEFAULT VALUES');
  res.end();
}

async function sessionOf(req) {
  const { rows } = await pool.query('SELECT * FROM sessions WHERE token = $1', [req.headers.authorization]);
  return rows[0];
}
