import { Mutex } from 'async-mutex';
import { lock } from 'proper-lockfile';
import Redlock from 'redlock';
import { client } from './redis';
import { pay, write } from './work';

const redlock = new Redlock([client]);
const mutex = new Mutex();

export async function settle(id: string) {
  const held = await redlock.acquire([`settle:${id}`], 5000);
  try {
    await pay(id);
  } finally {
    await held.release();
  }
}

// Also by the locker itself.
export async function settled(id: string) {
  const held = await redlock.acquire([`settle:${id}`], 5000);
  try {
    await pay(id);
  } finally {
    await redlock.release(held);
  }
}

export const settling = (id: string) => redlock.using([`settle:${id}`], 5000, () => pay(id));
export const alone = (id: string) => mutex.runExclusive(() => pay(id));

export async function once(id: string) {
  const release = await mutex.acquire();
  try {
    return await pay(id);
  } finally {
    release();
  }
}

// On the mutex: whether on every way is not told.
export async function another(id: string) {
  await mutex.acquire();
  try {
    return await pay(id);
  } finally {
    mutex.release();
  }
}

export async function save(file: string, text: string) {
  const release = await lock(file);
  try {
    await write(file, text);
  } finally {
    await release();
  }
}

// A variable outside of the callback keeps it until the end.
export function append(id: string) {
  let release: (() => void) | null = null;
  mutex
    .acquire()
    .then((given) => {
      release = given;
      return pay(id);
    })
    .catch((error) => console.error(error))
    .finally(() => {
      if (release) release();
    });
}

// Kept for as long as the connection is.
export async function listen(id: string, connection: { on(event: string, listener: () => void): void }) {
  const held = await redlock.acquire([`listen:${id}`], 60_000);
  connection.on('close', () => void held.release().catch(() => undefined));
}
