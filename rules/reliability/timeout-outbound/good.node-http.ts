import http from 'node:http';
import * as https from 'https';
import { request } from 'node:https';

export function ping(done: (status: number | undefined) => void) {
  https
    .get('https://partner.example.com/ping', { timeout: 5_000 }, (response) => done(response.statusCode))
    .on('timeout', function (this: http.ClientRequest) {
      this.destroy(new Error('too slow'));
    });
}

export function post(body: string) {
  const outgoing = http.request({ host: 'partner.example.com', path: '/events', method: 'POST' });
  outgoing.setTimeout(5_000, () => outgoing.destroy(new Error('too slow')));
  outgoing.end(body);
}

export function postSecurely(url: URL, body: string) {
  const outgoing = request(url, { method: 'POST', signal: AbortSignal.timeout(5_000) });
  outgoing.end(body);
}

export const local = () => http.get('http://localhost:9090/metrics');
