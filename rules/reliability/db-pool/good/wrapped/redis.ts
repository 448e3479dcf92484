import { createClient } from 'redis';
import { ok } from './result';

export async function createCache() {
  const client = createClient({ url: process.env.REDIS_URL });
  await client.connect();
  return ok(client as ReturnType<typeof createClient>);
}

let shared: Awaited<ReturnType<typeof createCache>> | undefined;

export async function getCache() {
  shared ??= await createCache();
  return shared.value;
}
