import { Client } from 'pg';

// expect: env-unvalidated P1
export const client = new Client({ connectionString: process.env.DATABASE_URL });

export function headers() {
  // expect: env-unvalidated
  return { authorization: `Bearer ${process.env.PARTNER_API_KEY}` };
}

// A default is no check. Low confidence: env-fallback reports it, too.
// expect: env-unvalidated
export const redis = process.env.REDIS_URL ?? 'redis://localhost';

// Only logged: what comes after goes on without it.
// expect: env-unvalidated
const billing = process.env.BILLING_URL;
if (!process.env.BILLING_URL) console.warn('no BILLING_URL');
// expect: env-unvalidated
export const charge = () => fetch(`${process.env.BILLING_URL}/charges`, { method: 'POST', body: billing });

// A client that sends nothing matches a token that is not set.
export function isAdmin(header: string | undefined): boolean {
  // expect: env-unvalidated
  return header === process.env.ADMIN_TOKEN;
}

// Put aside and used later, nowhere tested.
class Uploads {
  // expect: env-unvalidated
  private readonly bucket = process.env.UPLOADS_BUCKET;
  send = (key: string) => put({ Bucket: this.bucket, Key: key });
}
export const uploads = new Uploads();
declare function put(input: unknown): void;

// A conversion makes text of it: "undefined".
// expect: env-unvalidated
export const account = String(process.env.STORAGE_ACCOUNT_KEY);
