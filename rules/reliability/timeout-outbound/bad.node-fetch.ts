import fetch from 'node-fetch';

export async function webhook(url: string, body: string) {
  // expect: timeout-outbound
  const response = await fetch(url, { method: 'POST', body });
  return response.status;
}

// expect: timeout-outbound
export const never = (url: string) => fetch(url, { timeout: 0 });
