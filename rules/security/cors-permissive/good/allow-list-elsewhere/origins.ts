const allowed = (process.env.ALLOWED_ORIGINS ?? '').split(',');

export function isAllowedOrigin(origin: string): boolean {
  return allowed.some((entry) => entry.trim() === origin);
}
