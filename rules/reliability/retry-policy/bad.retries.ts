import axios from 'axios';
import axiosRetry from 'axios-retry';
import pRetry from 'p-retry';
import { handleAll, retry } from 'cockatiel';
import { load } from './load.js';

const api = axios.create({ baseURL: 'https://api.partner.example' });
// expect: retry-policy P1
axiosRetry(api, { retries: 5 });
// expect: retry-policy P1
export const once = retry(handleAll, { maxAttempts: 3 });

export async function account(id: string) {
  // expect: retry-policy P1
  return pRetry(() => api.get(`/accounts/${id}`), { retries: Infinity });
}

export async function rates() {
  for (let attempt = 0; attempt < 5; attempt++) {
    try {
      return await load('rates');
      // expect: retry-policy P1
    } catch (error) {
      console.warn('again', error);
    }
  }
  throw new Error('no rates');
}

export async function token() {
  let found;
  while (true) {
    try {
      found = await load('token');
      break;
      // expect: retry-policy P1
    } catch {
      continue;
    }
  }
  return found;
}

export async function quotes() {
  let left = 3;
  while (left > 0) {
    try {
      return await load('quotes');
      // expect: retry-policy P3
    } catch {
      left--;
      await new Promise((resolve) => setTimeout(resolve, 1000));
    }
  }
}

export async function download(url: string) {
  let lastError: unknown;
  let remaining = 3;
  while (remaining-- > 0) {
    try {
      return await fetch(url);
      // expect: retry-policy P1
    } catch (error) {
      console.warn(error);
      lastError = error;
    }
  }
  throw lastError;
}

export async function orders() {
  // expect: retry-policy P1
  return pRetry(() => api.get('/orders'), { retries: 3, factor: 1, minTimeout: 0 });
}

// The pause has a name of its own, and the last attempt needs none.
const timer = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

export async function deliver(letter: string) {
  let last: unknown;
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      await load(letter);
      return;
      // expect: retry-policy P3
    } catch (error) {
      last = error;
      if (attempt < 2) await timer(700);
    }
  }
  throw last;
}

// The last failure goes to the caller.
export async function prices() {
  for (let attempt = 0; attempt < 5; attempt++) {
    try {
      return await load('prices');
      // expect: retry-policy P1
    } catch (error) {
      if (attempt === 4) throw new Error('no prices', { cause: error });
    }
  }
}
