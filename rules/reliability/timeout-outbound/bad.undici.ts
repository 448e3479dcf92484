import { Agent, Client, Pool, fetch, request, stream } from 'undici';
import type { Writable } from 'node:stream';

export async function rates() {
  // expect: timeout-outbound
  const { body } = await request('https://rates.example.com/latest');
  return body.json();
}

export const download = (url: string, to: Writable) =>
  // expect: timeout-outbound
  stream(url, { method: 'GET' }, () => to);

// expect: timeout-outbound
export const page = (url: string) => fetch(url);

const client = new Client('https://partner.example.com', { keepAliveTimeout: 10_000 });
// expect: timeout-outbound
export const orders = () => client.request({ path: '/orders', method: 'GET' });

const pool = new Pool('https://partner.example.com', { connections: 10, headersTimeout: 0 });
// expect: timeout-outbound
export const invoices = () => pool.request({ path: '/invoices', method: 'GET' });

const patient = new Agent({ connections: 4 });
// expect: timeout-outbound
export const slow = (url: string) => request(url, { dispatcher: patient });
