import os from 'node:os';
import { ping } from './database';

async function database() {
  try {
    await ping();
    return { state: 'up' };
  } catch (error) {
    return { state: 'down', reason: (error as Error).message };
  }
}

export async function report() {
  return { database: await database(), machine: { load: os.loadavg(), free: os.freemem() } };
}
