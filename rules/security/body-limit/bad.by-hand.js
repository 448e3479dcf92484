const http = require('node:http');

function readJson(req) {
  return new Promise((resolve, reject) => {
    let text = '';
    // expect: body-limit
    req.on('data', (chunk) => { text += chunk; });
    req.on('end', () => { try { resolve(JSON.parse(text)); } catch (error) { reject(error); } });
  });
}

http.createServer(async (req, res) => {
  if (req.url === '/orders') return res.end(JSON.stringify(await readJson(req)));
  const parts = [];
  // expect: body-limit
  req.on('data', (part) => parts.push(part));
  req.on('end', () => res.end(Buffer.concat(parts)));
}).listen(3000);
