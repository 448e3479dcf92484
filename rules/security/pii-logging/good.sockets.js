const { Server } = require('socket.io');

const io = new Server(3000);

function listen(socket, name, handler) {
  socket.on(name, (...values) => handler(...values));
}

io.on('connection', (socket) => {
  listen(socket, 'error', function (error) { console.error('socket.error', { socket: socket.id, error: error }); });
  listen(socket, 'drawn', (drawing) => console.log('drawn', drawing.length));
});
