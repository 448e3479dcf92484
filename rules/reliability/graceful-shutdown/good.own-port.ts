import http from 'node:http';

// A port that the system chooses: only the program itself asks there, and it ends with it.
export function startProxy(handle: http.RequestListener): Promise<number> {
  const proxy = http.createServer(handle);
  return new Promise((resolve) => {
    proxy.listen(0, '127.0.0.1', () => resolve((proxy.address() as { port: number }).port));
  });
}
