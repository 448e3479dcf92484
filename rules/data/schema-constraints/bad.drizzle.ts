import { index, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';

// expect: schema-constraints P1
export const users = pgTable('users', { id: uuid('id').primaryKey(), email: text('email').notNull() }, (table) => [index('users_email').on(table.email)]);

// expect: schema-constraints P1
export const invoices = pgTable('invoices', { id: uuid('id').primaryKey(), userId: uuid('user_id').notNull(), due: timestamp('due') });
