export const deadline = (milliseconds = 5_000) => AbortSignal.timeout(milliseconds);

export function withDeadline(init: RequestInit = {}): RequestInit {
  return { ...init, signal: deadline() };
}
