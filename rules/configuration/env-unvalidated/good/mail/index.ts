import { send } from './smtp.js';

const isConfigured = Boolean(process.env.SMTP_HOST && process.env.SMTP_PORT);

export async function mail(addresses: string[]): Promise<void> {
  if (isConfigured) {
    await Promise.all(addresses.map((to) => send({ to })));
  }
}
