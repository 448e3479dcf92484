import { integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';

export const chats = pgTable('chats', { id: uuid('id').primaryKey(), title: text('title').notNull() });
export const graphs = pgTable('graphs', { id: uuid('id').primaryKey(), title: text('title').notNull() });

/** One row per turn. FK-free: the chats are in another database in the cloud. */
// expect: schema-constraints P2
export const turns = pgTable('turns', { chatId: uuid('chat_id').notNull(), turn: integer('turn').notNull() });

// expect: schema-constraints P2
export const locks = pgTable('locks', {
  chatId: uuid('chat_id').notNull(), // = chats.id (no foreign key, cross-db)
  holder: text('holder').notNull(),
});

// Tells of the graph redundantly in case it is deleted.
// expect: schema-constraints P2
export const compositions = pgTable('compositions', { graphId: uuid('graph_id').notNull(), title: text('title').notNull() });

// What the table above says is not said of this one.

// expect: schema-constraints P1
export const drafts2 = pgTable('chat_members', { chatId: uuid('chat_id').notNull(), name: text('name').notNull() });
