export async function account(id: string) {
  // expect: circuit-breaker P2
  const response = await fetch(`${process.env.CRM_URL}/accounts/${id}`, { signal: AbortSignal.timeout(2000) });
  return response.json();
}

export async function rename(id: string, name: string) {
  // expect: circuit-breaker P2
  await fetch(`${process.env.CRM_URL}/accounts/${id}`, { method: 'PATCH', body: JSON.stringify({ name }), signal: AbortSignal.timeout(2000) });
}
