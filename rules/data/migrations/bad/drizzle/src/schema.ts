// expect-project: migrations
import { pgTable } from 'drizzle-orm/pg-core';

export const Post = pgTable('post', (t) => ({ id: t.uuid().notNull().primaryKey().defaultRandom(), title: t.varchar({ length: 256 }).notNull() }));
