import fetch from 'node-fetch';

export async function webhook(url: string, body: string) {
  const response = await fetch(url, { method: 'POST', body, signal: AbortSignal.timeout(5_000) });
  return response.status;
}

// node-fetch 2 has a timeout of its own.
export const old = (url: string) => fetch(url, { timeout: 5_000 });
