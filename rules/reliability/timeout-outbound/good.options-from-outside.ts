// Whoever uses this package decides: it cannot be told here, so it is not reported.
export async function fetchText(url: string, init: RequestInit) {
  // ok: timeout-outbound
  const response = await fetch(url, init);
  return response.text();
}
