import { Mutex } from 'async-mutex';
import { lock } from 'proper-lockfile';
import Redlock from 'redlock';
import { client } from './redis';
import { pay, write } from './work';

const redlock = new Redlock([client]);
const mutex = new Mutex();

export async function settle(id: string) {
  // expect: distributed-lock P2
  const held = await redlock.acquire([`settle:${id}`], 5000);
  await pay(id);
  await held.release();
}

export async function once(id: string) {
  // expect: distributed-lock P2
  const release = await mutex.acquire();
  if (id === '') return null;
  const paid = await pay(id);
  release();
  return paid;
}

export async function save(file: string, text: string) {
  // expect: distributed-lock P2
  await lock(file);
  await write(file, text);
}
