const http = require('http');

http.createServer((req, res) => {
  const name = new URL(req.url, 'http://localhost').searchParams.get('name');
  res.write('data: ' + JSON.stringify({ name }) + '\n\n');
  res.end();
});
