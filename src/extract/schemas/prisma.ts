/** Models of a Prisma schema. What it does not understand it passes over, line by line. */
import type { ColumnFact, EntityFact, KeyFact, RelationFact } from '../../contracts/schema-facts.js';
import { type PrismaToken, prismaTokens } from './prisma-tokens.js';

interface Attribute {
  /** `@id`, `@@map`. */
  name: string;
  args: PrismaToken[];
}

interface Field {
  name: PrismaToken;
  type: string;
  nullable: boolean;
  isList: boolean;
  attributes: Attribute[];
  end: number;
}

/** Types that are columns, not relations: scalars of Prisma and `Unsupported("…")`. Enumerations are recognised by their blocks. */
const SCALARS: ReadonlySet<string> = new Set(['String', 'Boolean', 'Int', 'BigInt', 'Float', 'Decimal', 'DateTime', 'Json', 'Bytes', 'Unsupported']);

export function readPrismaSchema(text: string): EntityFact[] {
  const tokens = prismaTokens(text);
  const entities: EntityFact[] = [];
  for (const block of blocksOf(tokens)) {
    if (block.keyword === 'model' || block.keyword === 'view') entities.push(entityOf(block));
  }
  return withoutEnumerations(entities);
}

interface Block {
  keyword: string;
  name: string;
  lines: PrismaToken[][];
  start: number;
  end: number;
}

/** `model Name { … }`: its lines, where a line goes on while a parenthesis or bracket is open. */
function blocksOf(tokens: readonly PrismaToken[]): Block[] {
  const blocks: Block[] = [];
  for (let at = 0; at + 2 < tokens.length; at += 1) {
    const [keyword, name, open] = [tokens[at]!, tokens[at + 1]!, tokens[at + 2]!];
    if (keyword.kind !== 'word' || name.kind !== 'word' || open.text !== '{' || open.kind !== 'symbol') continue;
    const block: Block = { keyword: keyword.text, name: name.text, lines: [], start: keyword.start, end: open.end };
    at = readLines(tokens, at + 3, block);
    blocks.push(block);
  }
  return blocks;
}

function readLines(tokens: readonly PrismaToken[], from: number, block: Block): number {
  let line: PrismaToken[] = [];
  let depth = 0;
  let at = from;
  for (; at < tokens.length; at += 1) {
    const token = tokens[at]!;
    const symbol = token.kind === 'symbol' ? token.text : '';
    if (symbol === '}' && depth === 0) break;
    if ('([{'.includes(symbol) && symbol !== '') depth += 1;
    if (')]}'.includes(symbol) && symbol !== '') depth = Math.max(0, depth - 1);
    // Two words begin a field, never a line of arguments: an unclosed parenthesis above is forgotten.
    if (token.kind === 'newline' && depth > 0 && tokens[at + 1]?.kind === 'word' && tokens[at + 2]?.kind === 'word') depth = 0;
    if (token.kind === 'newline' && depth === 0) {
      if (line.length > 0) block.lines.push(line);
      line = [];
    } else if (token.kind !== 'newline') line.push(token);
  }
  if (line.length > 0) block.lines.push(line);
  block.end = tokens[Math.min(at, tokens.length - 1)]?.end ?? block.end;
  return at;
}

function entityOf(block: Block): EntityFact {
  const entity: EntityFact = { name: block.name, table: block.name, alters: false, engine: '', leavesReferencesOut: false, columns: [], relations: [], keys: [], start: block.start, end: block.end };
  const fields: Field[] = [];
  for (const line of block.lines) {
    if (line[0]!.text === '@') applyBlockAttributes(entity, attributesOf(line, 0));
    else {
      const field = fieldOf(line);
      if (field !== null) fields.push(field);
    }
  }
  for (const field of fields) addField(entity, field);
  for (const relation of entity.relations) addReference(entity, relation, fields);
  return entity;
}

function fieldOf(line: readonly PrismaToken[]): Field | null {
  const [name, type] = line;
  if (name?.kind !== 'word' || type?.kind !== 'word') return null;
  const attributes = attributesOf(line, 2);
  const marks = line.slice(2, 5).map((token) => token.text);
  return {
    name,
    type: type.text,
    nullable: marks[0] === '?',
    isList: marks[0] === '[' && marks[1] === ']',
    attributes,
    end: line[line.length - 1]!.end,
  };
}

/** `@name(args)` and `@@name(args)`, with dotted names (`@db.Uuid`). */
function attributesOf(line: readonly PrismaToken[], from: number): Attribute[] {
  const result: Attribute[] = [];
  for (let at = from; at < line.length; at += 1) {
    if (line[at]!.text !== '@') continue;
    const double = line[at + 1]?.text === '@';
    const nameAt = at + (double ? 2 : 1);
    const attribute: Attribute = { name: `${double ? '@@' : '@'}${line[nameAt]?.text ?? ''}`, args: [] };
    at = nameAt;
    if (line[nameAt + 1]?.text === '(') at = readArguments(line, nameAt + 2, attribute.args);
    result.push(attribute);
  }
  return result;
}

function readArguments(line: readonly PrismaToken[], from: number, args: PrismaToken[]): number {
  let depth = 1;
  let at = from;
  for (; at < line.length; at += 1) {
    const token = line[at]!;
    if (token.kind === 'symbol' && token.text === '(') depth += 1;
    if (token.kind === 'symbol' && token.text === ')') depth -= 1;
    if (depth === 0) break;
    args.push(token);
  }
  return at;
}

function applyBlockAttributes(entity: EntityFact, attributes: readonly Attribute[]): void {
  for (const { name, args } of attributes) {
    if (name === '@@map') entity.table = textIn(args) ?? entity.table;
    const kind = KEY_ATTRIBUTES[name];
    if (kind === undefined) continue;
    const columns = listIn(args, 0);
    entity.keys.push({ kind, columns, name: kind === 'index' ? '' : (namedText(args, 'name') ?? columns.join('_')) });
  }
}

const KEY_ATTRIBUTES: Readonly<Record<string, KeyFact['kind']>> = { '@@id': 'primary', '@@unique': 'unique', '@@index': 'index' };

function addField(entity: EntityFact, field: Field): void {
  const relation = field.attributes.find((attribute) => attribute.name === '@relation');
  const { name, type, isList } = field;
  if (relation !== undefined || (isList && !SCALARS.has(type))) {
    entity.relations.push({ name: name.text, entity: type, columns: relation ? listAfter(relation.args, 'fields') : [], isList });
    return;
  }
  const has = (attribute: string) => field.attributes.some((each) => each.name === attribute);
  const map = field.attributes.find((attribute) => attribute.name === '@map');
  entity.columns.push({
    name: name.text,
    columnName: (map && textIn(map.args)) ?? name.text,
    type,
    nullable: field.nullable,
    unique: has('@unique') || has('@id'),
    references: null,
    start: name.start,
    end: field.end,
  });
}

/** The own columns of a relation refer to its entity. */
function addReference(entity: EntityFact, relation: RelationFact, fields: readonly Field[]): void {
  const field = fields.find((candidate) => candidate.name.text === relation.name);
  const attribute = field?.attributes.find((each) => each.name === '@relation');
  const targets = attribute === undefined ? [] : listAfter(attribute.args, 'references');
  relation.columns.forEach((name, index) => {
    const column = entity.columns.find((candidate) => candidate.name === name);
    if (column !== undefined) column.references = { entity: relation.entity, column: targets[index] ?? '' };
  });
}

/** A field typed with a model is a relation, with or without `@relation`; with anything else it is a column. */
function withoutEnumerations(entities: EntityFact[]): EntityFact[] {
  const models = new Set(entities.map((entity) => entity.name));
  for (const entity of entities) {
    const implied = entity.columns.filter((column) => models.has(column.type));
    entity.columns = entity.columns.filter((column) => !models.has(column.type));
    for (const column of implied) entity.relations.push({ name: column.name, entity: column.type, columns: [], isList: false });
    for (const relation of entity.relations.filter((each) => each.isList && !models.has(each.entity))) {
      entity.columns.push(listColumn(relation, entity));
    }
    entity.relations = entity.relations.filter((relation) => models.has(relation.entity) || !relation.isList);
  }
  return entities;
}

function listColumn(relation: RelationFact, entity: EntityFact): ColumnFact {
  return { name: relation.name, columnName: relation.name, type: relation.entity, nullable: false, unique: false, references: null, start: entity.start, end: entity.start };
}

function textIn(args: readonly PrismaToken[]): string | null {
  return args.find((token) => token.kind === 'string')?.text ?? null;
}

function namedText(args: readonly PrismaToken[], name: string): string | null {
  const at = args.findIndex((token, index) => token.text === name && args[index + 1]?.text === ':');
  return at < 0 ? null : (args[at + 2]?.text ?? null);
}

/** Words of the first `[…]`, from a position on; the arguments of a word inside (`slug(sort: Desc)`) left out. */
function listIn(args: readonly PrismaToken[], from: number): string[] {
  const result: string[] = [];
  const open = args.findIndex((token, index) => index >= from && token.text === '[' && token.kind === 'symbol');
  let depth = 0;
  for (let at = open + 1; open >= 0 && at < args.length && args[at]!.text !== ']'; at += 1) {
    const token = args[at]!;
    if (token.text === '(') depth += 1;
    else if (token.text === ')') depth -= 1;
    else if (depth === 0 && token.kind === 'word') result.push(token.text);
  }
  return result;
}

function listAfter(args: readonly PrismaToken[], name: string): string[] {
  const at = args.findIndex((token, index) => token.text === name && args[index + 1]?.text === ':');
  return at < 0 ? [] : listIn(args, at);
}
