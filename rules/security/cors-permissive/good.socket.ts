import { createServer } from 'node:http';
import jwt from 'jsonwebtoken';
import { Server } from 'socket.io';

const server = createServer();
const io = new Server(server, { cors: { origin: process.env.APP_ORIGIN, credentials: true } });
const internal = new Server(server, { path: '/internal' });

io.use((socket, next) => {
  socket.data.user = jwt.verify(socket.handshake.auth.token, process.env.JWT_SECRET!, { algorithms: ['HS256'] });
  next();
});
internal.emit('ready');
