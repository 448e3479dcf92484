import type { Server } from './server.js';

export interface OwnRequest extends Request {
  payload: typeof Server;
}

export interface Endpoint {
  path: string;
  method: string;
  handler: (req: OwnRequest) => Promise<Response>;
}
