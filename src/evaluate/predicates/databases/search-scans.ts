/**
 * `search.inside`: does the query look for a client's text inside of columns, so that no ordinary index helps? `search.prefix`: only at their
 * start? `search.indexed`: is there an index made for that?
 */
import { topOfChain } from '../../file-uses.js';
import type { DataQuery, LinkedFile, Program, ValueRef } from '../../../contracts/program.js';
import { NO, yes } from '../../answer.js';
import type { Answer } from '../../answer.js';
import { singular } from '../../tables/personal-data.js';
import { groupBy } from '../../reach/reach.js';
import type { Site } from '../../site.js';
import type { Evaluation } from '../../evaluation.js';
import type { Predicate } from '../index.js';
import { requestTextIn } from '../injection/request-text.js';

interface Search {
  at: ValueRef;
  where: 'inside' | 'prefix';
  /** What comes from a client. */
  term: ValueRef;
}

export const searchInside: Predicate = (site, _operand, evaluation) => answerOf(site, evaluation, 'inside');

export const searchPrefix: Predicate = (site, _operand, evaluation) => answerOf(site, evaluation, 'prefix');

function answerOf({ query }: Site, { program }: Evaluation, where: Search['where']): Answer {
  if (query === null || query.operation !== 'read' || (query.kind !== 'orm' && query.kind !== 'sql')) return NO;
  const places = [{ file: query.value.file, id: topOfChain(query.value) }, ...(query.filter === null ? [] : filterObjects(query.filter, program, 0)), ...boundValues(query, program)];
  const isLike = query.statementText !== null && /\b(?:i?like|regexp|rlike|similar\s+to)\b/i.test(query.statementText);
  if (query.kind === 'sql' && !isLike) return NO;
  for (const found of places.flatMap((place) => searchesIn(place, program))) {
    if (found.where !== where) continue;
    const origin = requestTextIn(found.term, { sink: 'origin', parts: ['query', 'body', 'params', 'form', 'url'] }, program);
    if (origin !== null) return yes({ steps: origin.steps, confidence: origin.confidence, related: [{ location: program.location(found.at), text: where === 'inside' ? 'looks inside of the column' : 'looks at its start' }] });
  }
  return NO;
}

/** What the values of a statement come from, where they are held by a variable: `pool.query('… LIKE ?', [pattern])`. */
function boundValues({ kind, site }: DataQuery, program: Program): ValueRef[] {
  const values = kind === 'sql' && site !== null ? program.argument(site, 'values') : null;
  if (values === null) return [];
  return program.sourcesOf(values).flatMap((source) => {
    const fact = program.fact(source);
    return fact.kind === 'array' ? fact.elements.flatMap((id) => program.sourcesOf({ file: source.file, id })) : [];
  });
}

/** The filter, and what is spread into it: `{ ...keyword }`. */
function filterObjects(filter: ValueRef, program: Program, depth: number): ValueRef[] {
  if (depth > 2) return [];
  return program.sourcesOf(filter).flatMap((source) => {
    const fact = program.fact(source);
    const spread = fact.kind === 'object' ? fact.properties.filter(({ kind }) => kind === 'spread') : [];
    return [source, ...spread.flatMap(({ value }) => filterObjects({ file: source.file, id: value }, program, depth + 1))];
  });
}

function searchesIn(place: ValueRef, program: Program): Search[] {
  const { start, end } = program.fact(place);
  return searchesOf(place.file, program).filter(({ at }) => {
    const fact = program.fact(at);
    return fact.start >= start && fact.end <= end;
  });
}

const IN_FILE = new WeakMap<LinkedFile, readonly Search[]>();
const ROLES = new WeakMap<Program, ReadonlyMap<LinkedFile, readonly Search[]>>();

function searchesOf(file: LinkedFile, program: Program): readonly Search[] {
  let known = IN_FILE.get(file);
  if (known === undefined) IN_FILE.set(file, (known = [...patternsIn(file), ...(byRole(program).get(file) ?? [])]));
  return known;
}

function byRole(program: Program): ReadonlyMap<LinkedFile, readonly Search[]> {
  let known = ROLES.get(program);
  if (known === undefined) {
    const found = program.sitesOf('search.pattern').flatMap((site): Search[] => {
      const term = program.argument(site, 'term');
      if (term === null || program.constants(term) !== null) return [];
      const isAnchored = site.entry.attributes['looks'] === 'regex' && program.sourcesOf(term).every((source) => startOf(source, program).startsWith('^'));
      return [{ at: term, where: isAnchored ? 'prefix' : 'inside', term }];
    });
    ROLES.set(program, (known = groupBy(found, ({ at }) => at.file)));
  }
  return known;
}

/** The text with which a template or concatenation begins. */
function startOf({ file, id }: ValueRef, program: Program): string {
  const fact = program.fact({ file, id });
  if (fact.kind === 'template') return fact.texts[0] ?? '';
  const first = fact.kind === 'concat' ? file.facts.values[fact.parts[0]!] : undefined;
  return first?.kind === 'literal' ? String(first.value) : '';
}

/** `… LIKE '%${term}%'`: the statement itself holds the pattern. */
const OPEN_PATTERN = /\bi?like\s+(?:lower\()?['"]%$/i;

/** `%${term}%`, '%' + term + '%', `${term}%`. */
function patternsIn(file: LinkedFile): Search[] {
  return [...file.valuesOfKind('template'), ...file.valuesOfKind('concat')].flatMap((id): Search[] => {
    const fact = file.facts.values[id]!;
    const written = fact.kind === 'template' ? fact.texts.findIndex((text, index) => index < fact.parts.length && OPEN_PATTERN.test(text)) : -1;
    if (fact.kind === 'template' && written >= 0) return [{ at: { file, id }, where: 'inside', term: { file, id: fact.parts[written]! } }];
    if (fact.kind === 'template' && fact.tag < 0 && fact.parts.length > 0 && /^%?$/.test(fact.texts[0]!) && /^%?$/.test(fact.texts.at(-1)!)) {
      const [first, last] = [fact.texts[0]!, fact.texts.at(-1)!];
      return first === '' && last === '' ? [] : [{ at: { file, id }, where: first === '%' ? 'inside' : 'prefix', term: { file, id: fact.parts[0]! } }];
    }
    if (fact.kind !== 'concat') return [];
    const texts = fact.parts.map((part) => file.facts.values[part]!);
    const before = texts.findIndex((part, index) => part.kind === 'literal' && typeof part.value === 'string' && OPEN_PATTERN.test(part.value) && index + 1 < texts.length);
    if (before >= 0) return [{ at: { file, id }, where: 'inside', term: { file, id: fact.parts[before + 1]! } }];
    const isWild = (part: (typeof texts)[number] | undefined) => part?.kind === 'literal' && part.value === '%';
    const term = fact.parts.find((_part, index) => texts[index]!.kind !== 'literal');
    if (term === undefined || (!isWild(texts[0]) && !isWild(texts.at(-1)))) return [];
    return [{ at: { file, id }, where: isWild(texts[0]) ? 'inside' : 'prefix', term: { file, id: term } }];
  });
}

export const searchIndexed: Predicate = ({ query }, _operand, { program }) => {
  const names = new Set(query?.entities.map(singular));
  const entity = program.entities.find((each) => each.searchIndexed && (names.has(singular(each.name)) || names.has(singular(each.table))));
  return entity === undefined ? NO : yes({ reason: `${entity.table} has an index for it`, related: [{ location: entity.location, text: 'has an index for texts' }] });
};
