import knex from 'knex';

const db = knex({ client: 'pg', connection: process.env.DATABASE_URL });

// Names for tables.
export const pending = () => db.from('accounts').leftJoin({ pending_secret: 'api_secrets' }, 'pending_secret.account_id', 'accounts.id').leftJoin({ access_token: 'user_access_tokens' }, 'access_token.account_id', 'accounts.id');
