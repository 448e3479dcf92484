import http from 'node:http';

// What a package of the workspace offers; whoever starts it ends it.
export class InfoServer {
  private readonly server = http.createServer((_request, response) => response.end('ok'));

  start(port: number): void {
    this.server.listen(port);
  }
}
