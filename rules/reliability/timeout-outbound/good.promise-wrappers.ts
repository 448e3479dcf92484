import axios from 'axios';
import { TimeoutStrategy, handleAll, retry, timeout, wrap } from 'cockatiel';
import CircuitBreaker from 'opossum';
import PQueue from 'p-queue';
import pRetry from 'p-retry';
import pTimeout from 'p-timeout';

export const bounded = () => pTimeout(fetch('https://partner.example.com/orders'), { milliseconds: 5_000 });

export const stubborn = () => pRetry(() => fetch('https://partner.example.com/orders', { signal: AbortSignal.timeout(2_000) }), { retries: 3 });

export const stubbornAndBounded = () => pTimeout(pRetry(() => fetch('https://partner.example.com/items')), { milliseconds: 20_000 });

const queue = new PQueue({ concurrency: 4, timeout: 5_000 });
export const queued = () => queue.add(() => axios.get('https://partner.example.com/orders'));

const limit = timeout(5_000, TimeoutStrategy.Aggressive);
export const limited = () => limit.execute(() => fetch('https://partner.example.com/limited'));

const resilient = wrap(retry(handleAll, { maxAttempts: 3 }), timeout(3_000, TimeoutStrategy.Aggressive));
export const wrapped = () => resilient.execute(() => axios.get('https://partner.example.com/wrapped'));

async function callPartner() {
  return axios.get('https://partner.example.com/orders');
}

export const breaker = new CircuitBreaker(callPartner, { timeout: 3_000 });

// opossum's own default is ten seconds.
export const other = new CircuitBreaker(async (id: string) => fetch(`https://partner.example.com/orders/${id}`));
