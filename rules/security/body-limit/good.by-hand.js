const http = require('node:http');

const MAXIMUM = 100_000;

function readJson(req) {
  return new Promise((resolve, reject) => {
    let text = '';
    // ok: body-limit
    req.on('data', (chunk) => {
      text += chunk;
      if (text.length > MAXIMUM) req.destroy(new Error('too large'));
    });
    req.on('end', () => resolve(JSON.parse(text)));
    req.on('error', reject);
  });
}

http.createServer(async (req, res) => {
  if (req.url === '/orders') return res.end(JSON.stringify(await readJson(req)));
  // Nothing is kept.
  // ok: body-limit
  req.on('data', () => {});
  req.on('end', () => res.end());
}).listen(3000);
