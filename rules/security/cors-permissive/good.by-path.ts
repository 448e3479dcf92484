import cors from '@fastify/cors';
import cookie from '@fastify/cookie';
import Fastify from 'fastify';

const app = Fastify();
const dashboards = [process.env.DASHBOARD_URL!];

// Cookies go with the listed origins alone; the paths that are open to all take none. What is open may still be read: it is not known whether it should be.
await app.register(cors, () => (request, callback) => {
  if (request.url.startsWith('/rpc')) {
    const isAllowed = request.headers.origin !== undefined && dashboards.includes(request.headers.origin);
    return callback(null, { origin: isAllowed ? request.headers.origin : false, credentials: true });
  }
  return callback(null, { origin: false, maxAge: 86400 });
});
await app.register(cookie, { secret: process.env.COOKIE_SECRET });
