// The failures of what answers requests are taken, inside or outside.
import http from 'node:http';
import { readFile } from 'node:fs/promises';

async function handle(req, res) {
  res.end(await readFile(`./pages/${encodeURIComponent(req.url)}`));
}

http.createServer((req, res) => {
  handle(req, res).catch(() => res.writeHead(500).end());
}).listen(3000);

http.createServer(async (req, res) => {
  try {
    await handle(req, res);
  } catch {
    res.writeHead(500).end();
  }
}).listen(3001);
