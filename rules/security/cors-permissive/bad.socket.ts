import { createServer } from 'node:http';
import jwt from 'jsonwebtoken';
import { Server } from 'socket.io';

const server = createServer();

// Only a token opens it, which a page of others has not: listed, of low confidence.
// expect: cors-permissive P2
const io = new Server(server, { cors: { origin: '*' } });

// expect: cors-permissive P0
const admin = new Server({ cors: { origin: (origin, callback) => callback(null, true), credentials: true } });

io.use((socket, next) => {
  socket.data.user = jwt.verify(socket.handshake.auth.token, process.env.JWT_SECRET!, { algorithms: ['HS256'] });
  next();
});
admin.attach(server);

// Web sockets alone: no request asks for these headers. Listed, of low confidence.
// expect: cors-permissive P2
export const board = new Server(server, { path: '/board', cors: { origin: '*' }, transports: ['websocket'] });
// expect: cors-permissive P2
export const chat = new Server(server, { path: '/chat', cors: { origin: '*' }, transports: ['websocket', 'polling'] });
