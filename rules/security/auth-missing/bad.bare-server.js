const http = require('http');
const { Pool } = require('pg');

const pool = new Pool();

const server = http.createServer(async (req, res) => {
  // expect: auth-missing
  if (req.url === '/projects' && req.method === 'POST') {
    const body = JSON.parse(await read(req));
    await pool.query('INSERT INTO projects (name) VALUES ($1)', [String(body.name)]);
    res.writeHead(201);
    return res.end();
  }
  const match = req.url.match(/^\/projects\/(\d+)$/);
  // expect: auth-missing
  if (match && req.method === 'DELETE') {
    await pool.query('DELETE FROM projects WHERE id = $1', [match[1]]);
    return res.end();
  }
  // ok: auth-missing
  if (req.url === '/reports' && req.method === 'DELETE') {
    if (req.headers.authorization !== `Bearer ${process.env.TOKEN}`) {
      res.writeHead(401);
      return res.end();
    }
    await pool.query('DELETE FROM reports');
    return res.end();
  }
  // ok: auth-missing
  if (req.url === '/catalogue' && req.method === 'GET') {
    return res.end('[]');
  }
  res.writeHead(404);
  res.end();
});

function read(req) {
  return new Promise((resolve) => {
    let text = '';
    req.on('data', (chunk) => { text += chunk; });
    req.on('end', () => resolve(text));
  });
}

server.listen(3000);
