import axios from 'axios';
import CircuitBreaker from 'opossum';
import pRetry from 'p-retry';
import PQueue from 'p-queue';

// Retrying a call that hangs does not end it.
// expect: timeout-outbound
export const stubborn = () => pRetry(() => fetch('https://partner.example.com/orders'), { retries: 5, maxTimeout: 10_000 });

const queue = new PQueue({ concurrency: 4 });
// expect: timeout-outbound
export const queued = () => queue.add(() => axios.get('https://partner.example.com/orders'));

async function callPartner() {
  // expect: timeout-outbound
  return axios.get('https://partner.example.com/orders');
}

export const breaker = new CircuitBreaker(callPartner, { timeout: false, errorThresholdPercentage: 50 });
