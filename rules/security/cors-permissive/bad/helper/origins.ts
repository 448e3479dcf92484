export function isAllowedOrigin(origin: string): boolean {
  return origin.includes('example.com');
}
