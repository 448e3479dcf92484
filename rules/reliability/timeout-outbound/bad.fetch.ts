export async function exchangeRate(currency: string) {
  // expect: timeout-outbound
  const response = await fetch(`https://rates.example.com/v1/${currency}`);
  return response.json();
}

export async function notify(hook: string, body: unknown) {
  // `timeout` is no option of fetch: it is ignored.
  const init = { method: 'POST', body: JSON.stringify(body), timeout: 5000 } as RequestInit;
  // expect: timeout-outbound
  await fetch(hook, init);
}

// expect: timeout-outbound
export const health = () => globalThis.fetch(new URL('/health', process.env.PARTNER_URL));

export async function firstMirror(path: string) {
  // Two requests that race each other are both free to hang.
  return Promise.race([
    // expect: timeout-outbound
    fetch(`https://eu.mirror.example${path}`),
    // expect: timeout-outbound
    fetch(`https://us.mirror.example${path}`),
  ]);
}

export async function upload(file: Blob) {
  const request = new Request('https://files.example.com/upload', { method: 'PUT', body: file });
  // expect: timeout-outbound
  return fetch(request);
}
