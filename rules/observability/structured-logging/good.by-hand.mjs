// A record a line, without a library.
import http from 'node:http';

function log(level, fields) {
  process.stdout.write(JSON.stringify({ level, time: new Date().toISOString(), ...fields }) + '\n');
}

http.createServer((req, res) => {
  log('info', { path: req.url });
  res.end('ok');
}).listen(3000);
