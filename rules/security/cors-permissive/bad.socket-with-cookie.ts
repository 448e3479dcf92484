import { createServer } from 'node:http';
import { parse } from 'cookie';
import jwt from 'jsonwebtoken';
import { Server } from 'socket.io';

const server = createServer();

// A browser sends the cookie along with whatever page opens the socket.
// expect: cors-permissive P1
export const io = new Server(server, { cors: { origin: '*' } });

io.use((socket, next) => {
  const token = socket.handshake.auth.token ?? parse(socket.handshake.headers.cookie ?? '').token;
  socket.data.user = jwt.verify(token, process.env.JWT_SECRET!, { algorithms: ['HS256'] });
  next();
});
