export function getEnv(name: string, defaultValue?: string): string {
  const value = process.env[name];
  return value !== undefined ? (value as string) : (defaultValue as string);
}

export const region = getEnv('AWS_REGION', 'eu-central-1');
// expect: secret-fallback
export const secret = getEnv('SESSION_SECRET', 'change-me');
