import { sql } from 'drizzle-orm';
import { pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';

export const users = pgTable('users', { id: uuid('id').primaryKey(), email: text('email').notNull() }, (table) => [uniqueIndex('users_email').on(sql`lower(${table.email})`)]);
export const teams = pgTable('teams', { id: uuid('id').primaryKey(), slug: text('slug').notNull().unique() });
export const members = pgTable(
  'members',
  { userId: uuid('user_id').references(() => users.id), teamId: uuid('team_id').notNull().references(() => teams.id) },
  (table) => [primaryKey({ columns: [table.userId, table.teamId] })],
);
// Accounts elsewhere, by the name that they have there, and visits of a page: nobody here owns them.
export const installations = pgTable('installations', { id: uuid('id').primaryKey(), slug: text('slug').notNull(), providerAccountId: text('provider_account_id').notNull() });
export const visits = pgTable('visits', { id: uuid('id').primaryKey(), teamId: uuid('team_id'), browser: text('browser').notNull(), entryPage: text('entry_page') });

// A proxy that others run, and the id by which a partner knows this program: no account, no row of `clients`.
export const clients = pgTable('clients', { id: uuid('id').primaryKey(), name: text('name').notNull() });
export const projects = pgTable('projects', { id: uuid('id').primaryKey(), clientId: uuid('client_id').notNull().references(() => clients.id) });
export const proxies = pgTable('proxies', { id: uuid('id').primaryKey(), host: text('host').notNull(), username: text('username'), password: text('password') });
export const signIns = pgTable('sign_ins', { id: uuid('id').primaryKey(), clientId: text('client_id').notNull(), clientSecret: text('client_secret').notNull() });

// An account at another service, and a way to sign in: not who somebody is here.
export const connectedAccounts = pgTable('connected_accounts', { id: uuid('id').primaryKey(), service: text('service').notNull(), username: text('username'), hash: text('hash') });
