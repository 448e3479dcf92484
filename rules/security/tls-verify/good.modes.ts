import { Pool } from 'pg';

/** The modes of libpq: `require` encrypts and checks nothing, and whoever deploys has asked for it. */
function sslOf(mode: string | null) {
  if (mode === null || mode === 'disable') return false;
  if (mode === 'require' || mode === 'prefer') {
    // ok: tls-verify
    return { rejectUnauthorized: false };
  }
  return { rejectUnauthorized: true };
}

function sslByParameter(accepted: string | null) {
  switch (accepted) {
    case 'accept_invalid_certs':
      // ok: tls-verify
      return { rejectUnauthorized: false };
    default:
      return { rejectUnauthorized: true };
  }
}

const url = new URL(process.env.DATABASE_URL!);
export const pool = new Pool({ connectionString: url.href, ssl: sslOf(url.searchParams.get('sslmode')) || sslByParameter(url.searchParams.get('sslaccept')) });
