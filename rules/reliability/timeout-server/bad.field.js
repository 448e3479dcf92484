const http = require('http');

class Server {
  constructor(app) {
    this.server = http.createServer(app);
  }

  start() {
    // expect: timeout-server P2
    this.server.listen(8080);
  }
}
module.exports = Server;
