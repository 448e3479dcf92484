import { createHmac } from 'node:crypto';

export function sign(text: string): string {
  // expect: secret-fallback
  if (['staging', 'production'].includes(process.env.NODE_ENV ?? '')) return createHmac('sha256', process.env.SIGNING_SECRET ?? 'only-for-us').update(text).digest('hex');
  // expect: secret-fallback
  if (['development', 'test'].includes(process.env.TENANT ?? '')) return createHmac('sha256', process.env.OTHER_SECRET ?? 'only-for-us').update(text).digest('hex');
  throw new Error('signed elsewhere');
}
