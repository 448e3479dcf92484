import http from 'node:http';
import { register } from 'prom-client';

// Only Prometheus asks here; it asks again.
http
  .createServer(async (_request, response) => response.end(await register.metrics()))
  .listen(9100);
