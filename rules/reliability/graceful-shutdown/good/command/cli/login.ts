import { createServer } from 'node:http';

export function waitForToken() {
  const server = createServer((request, response) => {
    response.end('You may close this window.');
    server.close();
  });
  server.listen(8976);
}
