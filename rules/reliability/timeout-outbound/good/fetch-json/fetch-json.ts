export async function fetchJson(url: string, init: RequestInit) {
  const response = await fetch(url, init);
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  return response.json();
}

/** The default is never used: every caller passes a signal. */
export async function fetchText(url: string, init: RequestInit = {}) {
  const response = await fetch(url, init);
  return response.text();
}
