import cors from '@fastify/cors';
import session from '@fastify/session';
import Fastify from 'fastify';

const app = Fastify();
const dashboards = [process.env.DASHBOARD_URL!];

// Cookies go with the listed origins alone; a function decides which paths are open to all: listed, of low confidence.
// expect: cors-permissive P2
await app.register(cors, () => (request, callback) => {
  if (request.url.startsWith('/rpc')) {
    const isAllowed = request.headers.origin !== undefined && dashboards.includes(request.headers.origin);
    return callback(null, { origin: isAllowed ? request.headers.origin : false, credentials: true });
  }
  return callback(null, { origin: '*', maxAge: 86400 });
});
await app.register(session, { secret: process.env.SESSION_SECRET! });
