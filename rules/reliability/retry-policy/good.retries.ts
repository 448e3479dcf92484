import axios from 'axios';
import axiosRetry from 'axios-retry';
import pRetry from 'p-retry';
import { ExponentialBackoff, handleAll, retry } from 'cockatiel';
import { load } from './load.js';
import { sleep } from './sleep.js';

const api = axios.create({ baseURL: 'https://api.partner.example' });
axiosRetry(api, { retries: 3, retryDelay: axiosRetry.exponentialDelay });
export const policy = retry(handleAll, { maxAttempts: 3, backoff: new ExponentialBackoff() });

export async function account(id: string) {
  return pRetry(() => api.get(`/accounts/${id}`), { retries: 3, randomize: true });
}

export async function rates() {
  for (let attempt = 0; ; attempt++) {
    try {
      return await load('rates');
    } catch (error) {
      if (attempt >= 3) throw error;
      await sleep(Math.random() * 200 * 2 ** attempt);
    }
  }
}

// A conflict is no overload: another name is tried at once.
export async function register(name: string) {
  for (let attempt = 0; attempt < 5; attempt++) {
    try {
      return await load(`${name}-${attempt}`);
    } catch (error) {
      if ((error as { code?: string }).code !== '23505') throw error;
    }
  }
  throw new Error('no name is free');
}

// Things to do, one after another; hosts of which one will do; a failure that ends the loop.
export async function all(ids: string[]) {
  for (const id of ids) {
    try {
      await load(id);
    } catch (error) {
      console.warn('passed over', error);
    }
  }
}

export async function fromAny(hosts: string[]) {
  for (const host of hosts) {
    try {
      return await load(host);
    } catch (error) {
      console.warn('next', error);
    }
  }
  throw new Error('no host answered');
}

export async function pages() {
  const found: unknown[] = [];
  let next: string | undefined = 'first';
  while (next) {
    try {
      const page = await load(next);
      found.push(page);
      next = page.next;
    } catch (error) {
      throw new Error('pages', { cause: error });
    }
  }
  return found;
}

// Once more is no storm: two that began at the same time, and one of them loses.
export async function bump(name: string) {
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      await load(name);
      return;
    } catch (error) {
      if (attempt > 0) console.error(error);
    }
  }
}

export async function orders() {
  return pRetry(() => api.get('/orders'), { retries: 3, minTimeout: 300 });
}

// What was drawn may be taken; another is drawn at once.
export async function slug(title: string) {
  for (let attempt = 0; attempt < 5; attempt++) {
    try {
      return await save(`${title}-${randomSuffix()}`);
    } catch (error) {
      if (attempt === 4) throw error;
    }
  }
}
declare function save(name: string): Promise<string>;
declare function randomSuffix(): string;
