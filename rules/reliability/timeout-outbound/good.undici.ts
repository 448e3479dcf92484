import { Agent, Client, Pool, RetryAgent, fetch, request, stream } from 'undici';
import type { Writable } from 'node:stream';

export async function rates() {
  const { body } = await request('https://rates.example.com/latest', { headersTimeout: 3_000, bodyTimeout: 5_000 });
  return body.json();
}

export const download = (url: string, to: Writable) =>
  stream(url, { method: 'GET', signal: AbortSignal.timeout(60_000) }, () => to);

export const page = (url: string) => fetch(url, { signal: AbortSignal.timeout(5_000) });

const client = new Client('https://partner.example.com', { headersTimeout: 3_000, bodyTimeout: 5_000 });
export const orders = () => client.request({ path: '/orders', method: 'GET' });

const pool = new Pool('https://partner.example.com', { connections: 10 });
export const invoices = () => pool.request({ path: '/invoices', method: 'GET', headersTimeout: 3_000 });

const impatient = new Agent({ headersTimeout: 3_000, bodyTimeout: 5_000 });
export const quick = (url: string) => request(url, { dispatcher: impatient });

export const viaAgent = (url: string) => globalThis.fetch(url, { dispatcher: impatient } as RequestInit);

const retrying = new RetryAgent(new Agent({ headersTimeout: 3_000, bodyTimeout: 5_000 }), { maxRetries: 2 });
export const again = (url: string) => request(url, { dispatcher: retrying });
