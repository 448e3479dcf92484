import { createDecipheriv } from 'node:crypto';

export const sessionCookieName = (slot: number) => `session-${slot}`;

export function decryptSession(sealed: string): { username: string } | null {
  const bytes = Buffer.from(sealed, 'base64url');
  const decipher = createDecipheriv('aes-256-gcm', Buffer.from(process.env.SESSION_KEY!, 'hex'), bytes.subarray(0, 12));
  decipher.setAuthTag(bytes.subarray(12, 28));
  try {
    return JSON.parse(Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString());
  } catch {
    return null;
  }
}
