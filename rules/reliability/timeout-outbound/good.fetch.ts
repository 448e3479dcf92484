export async function exchangeRate(currency: string) {
  const response = await fetch(`https://rates.example.com/v1/${currency}`, { signal: AbortSignal.timeout(5_000) });
  return response.json();
}

export async function notify(hook: string, body: unknown) {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), 5_000);
  try {
    await fetch(hook, { method: 'POST', body: JSON.stringify(body), signal: controller.signal });
  } finally {
    clearTimeout(timer);
  }
}

export async function search(query: string, cancelled: AbortSignal) {
  const init: RequestInit = { headers: { accept: 'application/json' } };
  init.signal = AbortSignal.any([cancelled, AbortSignal.timeout(3_000)]);
  return fetch(`https://search.example.com/?q=${encodeURIComponent(query)}`, init);
}

const timeout = (milliseconds: number) =>
  new Promise<never>((_resolve, reject) => setTimeout(() => reject(new Error('too slow')), milliseconds));

export const health = (host: string) => Promise.race([fetch(`${host}/health`), timeout(1_000)]);

export async function warmUp(host: string) {
  const answer = fetch(`${host}/warm-up`);
  return Promise.race([
    answer,
    new Promise<never>((_resolve, reject) => {
      setTimeout(() => reject(new Error('too slow')), 1_000);
    }),
  ]);
}

function withTimeout<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  return Promise.race([work, timeout(milliseconds)]);
}

export const status = (host: string) => withTimeout(fetch(`${host}/status`), 2_000);

export async function upload(file: Blob) {
  const request = new Request('https://files.example.com/upload', { method: 'PUT', body: file, signal: AbortSignal.timeout(30_000) });
  return fetch(request);
}
