/**
 * The text of an SQL statement as it is written: constants in full, a hole for each part that is filled in at run time. Where a
 * wrapper of the program hands a text through to the database, its callers are the places that count.
 */
import type { ValueRef } from '../../contracts/program.js';
import { SQL_HOLE } from '../../contracts/sql-tokens.js';
import { type FileValue, type Linking, indexed, sibling } from '../linking.js';
import { passedValues } from '../resolve/passed-values.js';
import { factOf, keyOf } from '../value-graph.js';

export interface WrittenStatement {
  /** The call in which the text is written: that of the database, or of the wrapper. */
  call: ValueRef;
  text: string;
  /** What fills the holes, in order. */
  holes: FileValue[];
}

const MAXIMUM_DEPTH = 10;
const MAXIMUM_STATEMENTS = 400;
const MAXIMUM_TEXT = 20_000;

/** Every text that may arrive at a statement argument; nothing for one that cannot be followed. */
export function statementsAt(link: Linking, call: ValueRef, statement: ValueRef): WrittenStatement[] {
  const result: WrittenStatement[] = [];
  follow(link, { call: indexed(call), value: indexed(statement) }, 0, new Set(), result);
  return result;
}

interface Place {
  call: FileValue;
  value: FileValue;
}

function follow(link: Linking, { call, value }: Place, depth: number, seen: Set<string>, result: WrittenStatement[]): void {
  const key = `${keyOf(call)} ${keyOf(value)}`;
  if (depth > MAXIMUM_DEPTH || seen.has(key) || result.length >= MAXIMUM_STATEMENTS) return;
  seen.add(key);
  const next = (place: Place) => follow(link, place, depth + 1, seen, result);
  const fact = factOf(value);
  switch (fact.kind) {
    case 'literal':
    case 'template':
    case 'concat':
      result.push(writtenAt(link, call, value));
      return;
    case 'parameter':
      for (const use of link.usesOf({ file: value.file, id: fact.function }).slice(0, MAXIMUM_STATEMENTS)) {
        for (const passed of passedValues(use, fact.index)) next({ call: indexed(use.call), value: indexed(passed) });
      }
      return;
    case 'reference':
      return definitions(link, value).forEach((definition) => next({ call, value: definition }));
    case 'conditional':
      next({ call, value: sibling(value, fact.whenTrue) });
      return next({ call, value: sibling(value, fact.whenFalse) });
    case 'logical':
      if (fact.operator !== '&&') next({ call, value: sibling(value, fact.left) });
      return fact.operator === 'default' ? undefined : next({ call, value: sibling(value, fact.right) });
    case 'cast':
    case 'await':
      return next({ call, value: sibling(value, fact.operand) });
    case 'call':
      return returned(link, value).forEach((text) => next({ call, value: text }));
    default:
      for (const source of link.sourcesOf(value).slice(0, 12)) {
        if (source.id !== value.id || source.file !== value.file) next({ call, value: indexed(source) });
      }
  }
}

function definitions(link: Linking, value: FileValue): FileValue[] {
  const fact = factOf(value);
  if (fact.kind !== 'reference' || fact.binding < 0) return [];
  const own = link.definitionsAt(value.file, value.id);
  if (own.length > 0) return own.map(indexed);
  return link.sourcesOf(value).filter((source) => source.id !== value.id || source.file !== value.file).map(indexed);
}

/** `buildSql(query)`; `sql('…')`, `text.trim()` of a library pass their text on. */
function returned(link: Linking, call: FileValue): FileValue[] {
  const fact = factOf(call);
  if (fact.kind !== 'call') return [];
  const callees = link.callees(call);
  if (callees.length > 0) {
    return callees.flatMap(({ file, id }) => (file.facts.functions[id]?.returns ?? []).map((value) => indexed({ file, id: value })));
  }
  const callee = factOf(sibling(call, fact.callee));
  return [...(callee.kind === 'member' ? [sibling(call, callee.object)] : []), ...fact.args.slice(0, 1).map((id) => sibling(call, id))];
}

function writtenAt(link: Linking, call: FileValue, value: FileValue): WrittenStatement {
  const written: WrittenStatement = { call, text: '', holes: [] };
  write(link, value, 0, written);
  return { ...written, text: written.text.slice(0, MAXIMUM_TEXT) };
}

function write(link: Linking, value: FileValue, depth: number, to: WrittenStatement): void {
  const fact = factOf(value);
  if (depth > MAXIMUM_DEPTH || to.text.length > MAXIMUM_TEXT) return hole(value, to);
  if (fact.kind === 'literal') {
    to.text += String(fact.value).replaceAll(SQL_HOLE, ' ');
  } else if (fact.kind === 'template') {
    to.text += fact.texts[0] ?? '';
    fact.parts.forEach((part, index) => {
      write(link, sibling(value, part), depth + 1, to);
      to.text += fact.texts[index + 1] ?? '';
    });
  } else if (fact.kind === 'concat') {
    for (const part of fact.parts) write(link, sibling(value, part), depth + 1, to);
  } else if (fact.kind === 'reference' && writeVariable(link, value, depth, to)) {
    return;
  } else {
    const constants = link.constants(value);
    if (constants?.length === 1) to.text += String(constants[0]);
    else hole(value, to);
  }
}

/** A variable with one text, or one that grows (`text += …`): the text of its one definition here. */
function writeVariable(link: Linking, value: FileValue, depth: number, to: WrittenStatement): boolean {
  const found = definitions(link, value);
  const texts = found.filter((definition) => ['literal', 'template', 'concat'].includes(factOf(definition).kind));
  if (texts.length === 0 || texts.length !== found.length) return false;
  // Of a text that grows under a condition the longest form says the most: what it may add is in it.
  const longest = texts.reduce((a, b) => (spanOf(b) > spanOf(a) || factOf(b).start > factOf(a).start ? b : a));
  write(link, longest, depth + 1, to);
  return true;
}

function spanOf(value: FileValue): number {
  const fact = factOf(value);
  return fact.kind === 'concat' || fact.kind === 'template' ? fact.parts.length : 0;
}

function hole(value: FileValue, to: WrittenStatement): void {
  to.text += SQL_HOLE;
  to.holes.push(value);
}
