// Things that are called fetch or get and are no outbound HTTP call, or none that leaves the machine.
import { Hono } from 'hono';
import { http, HttpResponse } from 'msw';

interface OrderRepository {
  fetch(id: string): Promise<unknown>;
}

export const load = (orders: OrderRepository, id: string) => orders.fetch(id);

export async function history(channel: { messages: { fetch(options: { limit: number }): Promise<unknown[]> } }) {
  return channel.messages.fetch({ limit: 50 });
}

export const prefetch = (queryClient: { fetchQuery(options: object): Promise<unknown> }) => queryClient.fetchQuery({ queryKey: ['orders'] });

const app = new Hono();
export const dryRun = () => app.request('/orders');

export const handlers = [http.get('https://partner.example.com/orders', () => HttpResponse.json([]))];

export async function cached(fetch: (key: string) => Promise<string>, key: string) {
  return fetch(key);
}

export class Importer {
  async fetch(page: number): Promise<string[]> {
    return [String(page)];
  }

  async run() {
    return this.fetch(1);
  }
}

export const pixel = () => fetch('data:image/gif;base64,R0lGODlhAQABAAAAACw=');

export const readiness = (port: number) => fetch(`http://localhost:${port}/ready`);

export const sidecar = () => fetch('http://127.0.0.1:3500/v1.0/state/orders');
