import { createHmac } from 'node:crypto';

const getNodeEnvironment = () => process.env.NODE_ENV ?? '';

// Neither is ever reached in production.
export function sign(text: string): string {
  if (['development', 'test'].includes(process.env.NODE_ENV ?? '')) return createHmac('sha256', process.env.SIGNING_SECRET ?? 'only-for-us').update(text).digest('hex');
  throw new Error('signed elsewhere');
}
export function seal(text: string): string {
  if (['local', 'test'].includes(getNodeEnvironment())) return createHmac('sha256', process.env.SEALING_SECRET ?? 'only-for-us').update(text).digest('hex');
  throw new Error('sealed elsewhere');
}
