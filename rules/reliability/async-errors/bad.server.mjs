// What answers requests is asynchronous, and nothing takes its rejection.
import http from 'node:http';
import { readFile } from 'node:fs/promises';

// expect: async-errors
const server = http.createServer(async (req, res) => {
  const page = await readFile(`./pages/${encodeURIComponent(req.url)}`);
  res.end(page);
});
server.listen(3000);
