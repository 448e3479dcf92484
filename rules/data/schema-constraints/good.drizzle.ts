import { sql } from 'drizzle-orm';
import { pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';

export const users = pgTable('users', { id: uuid('id').primaryKey(), email: text('email').notNull() }, (table) => [uniqueIndex('users_email').on(sql`lower(${table.email})`)]);
export const teams = pgTable('teams', { id: uuid('id').primaryKey(), slug: text('slug').notNull().unique() });
export const members = pgTable(
  'members',
  { userId: uuid('user_id').references(() => users.id), teamId: uuid('team_id').notNull().references(() => teams.id) },
  (table) => [primaryKey({ columns: [table.userId, table.teamId] })],
);
