/** Files that describe data and are no code: Prisma schemas, and SQL schemas and migrations. */
import type { SchemaFacts } from '../../contracts/schema-facts.js';
import { lineStartsOf } from '../positions.js';
import { leavesReferencesOut } from './left-out-references.js';
import { readPrismaSchema } from './prisma.js';
import { readSqlSchema } from './sql.js';

/** Larger texts are dumps of data, not schemas; their first part says what tables there are. */
const MAXIMUM_TEXT = 4_000_000;

export const SCHEMA_FILE = /\.(?:prisma|sql)$/;

/**
 * @param path relative to the root; its extension decides the language
 * @param text decoded; hostile input is read as far as it makes sense, never refused
 */
export function extractSchema(path: string, text: string): SchemaFacts {
  const read = text.slice(0, MAXIMUM_TEXT);
  const lineStarts = lineStartsOf(read);
  const isPrisma = path.endsWith('.prisma');
  const { entities, policies, changes } = isPrisma ? { entities: readPrismaSchema(read), policies: [], changes: [] } : readSqlSchema(read);
  const told = entities.map((entity) => ({ ...entity, leavesReferencesOut: leavesReferencesOut(read, entity.start, entity.end) }));
  return { path, language: isPrisma ? 'prisma' : 'sql', lineStarts, entities: told, policies, changes };
}
