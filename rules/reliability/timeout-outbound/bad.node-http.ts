import http from 'node:http';
import * as https from 'https';
import { request } from 'node:https';

export function ping(done: (status: number | undefined) => void) {
  // expect: timeout-outbound
  https.get('https://partner.example.com/ping', (response) => done(response.statusCode));
}

export function post(body: string) {
  // expect: timeout-outbound
  const outgoing = http.request({ host: 'partner.example.com', path: '/events', method: 'POST' });
  outgoing.on('error', console.error);
  outgoing.end(body);
}

export function postSecurely(url: URL, body: string) {
  // An agent's timeout is that of its idle sockets.
  // expect: timeout-outbound
  const outgoing = request(url, { method: 'POST', agent: new https.Agent({ keepAlive: true, timeout: 5_000 }) });
  outgoing.end(body);
}
