export async function fetchJson(url: string, init: RequestInit) {
  // expect: timeout-outbound
  const response = await fetch(url, init);
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  return response.json();
}
