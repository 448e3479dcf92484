/** Where in an SQL text a value stands: as a value, which could be a parameter, or as a name, which could not. */
import type { ValueRef } from '../../../contracts/program.js';
import { NO, YES } from '../../answer.js';
import type { Evaluation } from '../../evaluation.js';
import { keyOf } from '../../file-uses.js';
import type { Predicate } from '../index.js';

/** Texts looked at for one site. */
const MAXIMUM_TEXTS = 100;
const HARMLESS: ReadonlySet<string> = new Set(['constant', 'numeric', 'allow-listed', 'sanitized', 'environment']);

/** What stands before the name of a table, column or other object; a quoted name, and one in several parts, included. */
const BEFORE_NAME = new RegExp(
  String.raw`(?:["\x60\[.]|` +
    String.raw`\b(?:select|distinct|from|join|into|update|table|exists|only|column|columns|index|database|schema|view|sequence|trigger|constraint|function|role|user|type|extension|partition|policy|concurrently|cascade|by|set|as|to|rename|add|drop|alter|on|using|references|returning|truncate|desc|describe|explain|use|call|exec|execute|search_path\s*(?:=|to)|key)\s+(?:[\w."\x60]+\s*,\s*)*|` +
    String.raw`(?:into|table|index|on|references|using)\s+\S+\s*(?:\w+\s+)?\((?:[^()]*,)?\s*|` +
    // What a function of JSON documents takes first is the column that holds one.
    String.raw`\bjsonb?_\w+\s*\(\s*|` +
    String.raw`\b(?:pragma|tableoid|regclass)\s*\(?\s*)[\w$]*$`,
  'i',
);

/** A statement that was made elsewhere and is run behind another: no parameter can be a statement. */
const WHOLE_STATEMENT = { before: /;\s*$/, after: /^\s*(?:;|$)/ };

/** `WHERE`, `AND`: what follows whole is a condition, whose values are parameters where the call is given any; behind `BETWEEN x AND` it is a value. */
const BEFORE_CONDITION = /\b(?:where|and|or|having)\s+$/i;
const BEFORE_BOUND = /\bbetween\s+\S+\s+and\s+$/i;

/** What follows a column in a condition or an assignment, or the first part of a name. */
const AFTER_NAME = /^["\x60\]]?(?:\.\w|\s*(?:[=<>~]|!=|!~|is\b|not\b|in\b|i?like\b|between\b))/i;

/**
 * `sql.value-position`: some value of unknown origin is joined in where SQL expects a value (`= '…'`, `IN (…)`, a condition), so that
 * a parameter could have carried it. No when all such values stand where a name is expected, which no parameter can be.
 */
export const valuePosition: Predicate = (site, _operand, evaluation) => {
  if (site.role === null) return NO;
  const { program } = evaluation;
  const walk: Walk = { evaluation, seen: new Set(), isGivenValues: program.argument(site.role, 'values') !== null };
  return program.argumentList(site.role, 'statement').some((value) => inValuePosition(value, walk)) ? YES : NO;
};

interface Walk {
  evaluation: Evaluation;
  /** The texts looked at: one that is added to step by step (`sql += …`) is reached by many ways. */
  seen: Set<string>;
  /** The call is given the values of its parameters beside the text. */
  isGivenValues: boolean;
}

function inValuePosition(value: ValueRef, walk: Walk): boolean {
  const { evaluation, seen } = walk;
  const { program } = evaluation;
  return program.sourcesOf(value).some((source) => {
    if (seen.has(keyOf(source)) || seen.size >= MAXIMUM_TEXTS) return false;
    seen.add(keyOf(source));
    const fact = program.fact(source);
    const ref = (id: number): ValueRef => ({ file: source.file, id });
    if (fact.kind === 'template') return fact.parts.some((part, index) => partIsValue(ref(part), { before: fact.texts[index] ?? '', after: fact.texts[index + 1] ?? '' }, walk));
    if (fact.kind === 'concat') {
      return fact.parts.some((part, index) => partIsValue(ref(part), around(ref, fact.parts, index, evaluation), walk));
    }
    if (fact.kind === 'literal') return false;
    // What a method of something unknown makes is the work of a formatter or builder. Of a list that is joined, or a replacement, the
    // places are not looked at, so the stricter judgement stays.
    return !isMadeElsewhere(source, evaluation) && isOpen(source, evaluation);
  });
}

const TEXT_METHODS = /^(?:join|replace|replaceAll|concat|trim|trimEnd|trimStart|toString|slice|substring|substr|repeat|padStart|padEnd|toLowerCase|toUpperCase|normalize|reduce|map|filter|pop|shift|at)$/;

/** `mysql.format(…)` of a `mysql` that a function was handed. */
function isMadeElsewhere(source: ValueRef, { program }: Evaluation): boolean {
  const fact = program.fact(source);
  const callee = fact.kind === 'call' ? program.fact({ file: source.file, id: fact.callee }) : null;
  return callee?.kind === 'member' && callee.name !== null && !TEXT_METHODS.test(callee.name);
}

/** What is written directly before and after a part, as far as it is known. */
interface Surroundings {
  before: string;
  after: string;
}

function around(ref: (id: number) => ValueRef, parts: readonly number[], index: number, evaluation: Evaluation): Surroundings {
  const before = parts[index - 1];
  const after = parts[index + 1];
  return { before: before === undefined ? '' : writtenEdge(ref(before), 'end', evaluation), after: after === undefined ? '' : writtenEdge(ref(after), 'start', evaluation) };
}

function partIsValue(part: ValueRef, { before, after }: Surroundings, walk: Walk): boolean {
  const { evaluation } = walk;
  if (!isOpen(part, evaluation)) return false;
  if (WHOLE_STATEMENT.before.test(before) && WHOLE_STATEMENT.after.test(after)) return false;
  if (walk.isGivenValues && BEFORE_CONDITION.test(before) && !BEFORE_BOUND.test(before)) return isJoined(part, evaluation) && inValuePosition(part, walk);
  if (BEFORE_NAME.test(before) || (AFTER_NAME.test(after) && !/'\S*$/.test(before))) return false;
  return isJoined(part, evaluation) ? inValuePosition(part, walk) : true;
}

function isOpen(value: ValueRef, { program }: Evaluation): boolean {
  return program.trace(value, { sink: 'sql' }).origins.some((origin) => !HARMLESS.has(origin.kind));
}

function isJoined(value: ValueRef, { program }: Evaluation): boolean {
  return program.sourcesOf(value).some((source) => ['template', 'concat', 'literal'].includes(program.fact(source).kind));
}

/** The text that is written at the start or end of a part. */
function writtenEdge(value: ValueRef, edge: 'start' | 'end', { program }: Evaluation): string {
  const fact = program.fact(value);
  if (fact.kind === 'literal') return String(fact.value);
  if (fact.kind === 'template') return fact.texts[edge === 'start' ? 0 : fact.texts.length - 1] ?? '';
  const constants = program.constants(value);
  return constants?.length === 1 ? String(constants[0]) : '';
}
