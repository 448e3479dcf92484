import { Client } from 'pg';

// Either the address or its parts. Listed, not counted.
// expect: env-unvalidated P2
const address = process.env.DATABASE_URL ?? `postgres://${process.env.DB_USER}@db/shop`;
export const client = new Client({ connectionString: address });

// Nothing stands in for it.
// expect: env-unvalidated P1
export const copy = new Client({ connectionString: `postgres://${process.env.COPY_HOST}/shop` });
// A setting of the caller is no variable.
export function open(url?: string) {
  // expect: env-unvalidated P1
  return new Client({ connectionString: url ?? `postgres://${process.env.OTHER_HOST}/shop` });
}
