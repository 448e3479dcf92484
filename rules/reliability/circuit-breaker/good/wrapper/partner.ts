import { CircuitBreaker } from './circuit-breaker.js';

const breaker = new CircuitBreaker();

async function get(path: string) {
  const response = await fetch(`https://api.partner.example${path}`, { signal: AbortSignal.timeout(2000) });
  return response.json();
}

export const partner = {
  account: (id: string) => breaker.run(() => get(`/accounts/${id}`)),
  accounts: () => breaker.run(() => get('/accounts')),
};
