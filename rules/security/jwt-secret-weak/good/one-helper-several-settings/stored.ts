import { randomBytes } from 'node:crypto';

interface Setting {
  name: string;
  initial?: string;
}

export function setting({ name, initial }: Setting): string {
  return process.env[name] ?? initial ?? randomBytes(32).toString('hex');
}
