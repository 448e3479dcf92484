import { createServer } from 'node:http';

const server = createServer((req, res) => res.end('ok'));
server.listen(3000);

// The signal is told to whoever waits for it, and what is done then stands elsewhere.
export const ending = new Promise<void>((resolve) => {
  process.on('SIGTERM', () => {
    console.log('asked to end');
    resolve();
  });
});

await ending;
await new Promise((done) => server.close(done));
