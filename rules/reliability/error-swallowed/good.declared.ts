import { client } from './client.js';
import { log } from './log.js';

/** Its type tells the caller that there may be nothing. */
export async function profile(id: string): Promise<{ name: string } | undefined> {
  try {
    return await client.get(id);
  } catch (error) {
    log.warn(error);
  }
}

export async function retried(id: string) {
  let failures = 0;
  while (failures < 3) {
    try {
      await client.put(id);
      return;
    } catch {
      failures += 1;
    }
  }
  throw new Error('three attempts failed');
}

/** Nothing is one of its answers. */
export async function avatar(id: string) {
  try {
    const found = await client.get(id);
    return found.picture ? found.picture : null;
  } catch (error) {
    log.warn(error);
  }
}

/** The caller says what has failed. */
export async function checked(work: () => Promise<void>, message: string) {
  try {
    await work();
  } catch (error) {
    throw new Error(message);
  }
}

/** Callers get nothing for other reasons, too. */
export async function nodes(server: string) {
  try {
    const { stdout, stderr } = await client.list(server);
    if (stderr) {
      log.warn(stderr);
      return;
    }
    return stdout.split('\n');
  } catch (error) {
    log.warn(error);
  }
}
