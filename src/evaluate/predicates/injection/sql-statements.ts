/** Predicates of the rule on SQL text. What is SQL is told by its first words; no library is named here. */
import type { Program, ValueRef } from '../../../contracts/program.js';
import { NO, YES } from '../../answer.js';
import type { Evaluation } from '../../evaluation.js';
import { keyOf } from '../../file-uses.js';
import type { Predicate } from '../index.js';

/** Texts looked at for one site. */
const MAXIMUM_TEXTS = 100;

/** How SQL statements begin (ISO/IEC 9075, and what MySQL, PostgreSQL, SQLite and SQL Server add), with what must follow the verb. */
const STATEMENT = new RegExp(
  String.raw`^\s*(?:\(\s*)?(?:` +
    [
      String.raw`select\s`,
      String.raw`insert\s+(?:ignore\s+|or\s+\w+\s+)?into\b`,
      String.raw`update\s+\S+(?:\s+(?:as\s+)?\w+)?\s+set\b`,
      String.raw`delete\s+from\b`,
      String.raw`with\s+(?:recursive\s+)?\S+\s+as\b`,
      String.raw`(?:replace|merge)\s+into\b`,
      String.raw`(?:create|drop|alter|truncate)\s+(?:or\s+replace\s+|temporary\s+|temp\s+|unique\s+|materialized\s+)*(?:table|index|view|schema|database|sequence|function|procedure|trigger|role|user|type|extension|policy)\b`,
      String.raw`(?:grant|revoke)\s+\w+`,
      String.raw`set\s+(?:local|session|search_path|role)\b`,
      String.raw`(?:call|exec|execute)\s+\w`,
      String.raw`explain\s+\w`,
    ].join('|') +
    ')',
  'i',
);

/**
 * `sql.statement`: the site's argument `statement` begins like SQL, and the call does not run a function of the program (whose own
 * call to the database is a site then). Answers yes or no: a text that does not show that it is SQL is no reason to doubt.
 */
export const sqlStatement: Predicate = (site, _operand, evaluation) => {
  if (site.role === null || site.value === null) return NO;
  const statement = evaluation.program.argument(site.role, 'statement');
  if (statement === null || evaluation.program.callees(site.value).length > 0) return NO;
  return beginsLikeSql(statement, evaluation, new Set()) ? YES : NO;
};

/**
 * `sql.structured`: the site's argument `statement` is written as an object, a list of objects or a function in every alternative, which
 * query builders turn into SQL with parameters themselves. Answers yes or no: anything else may be text.
 */
export const sqlStructured: Predicate = (site, _operand, evaluation) => {
  if (site.role === null) return NO;
  const { program } = evaluation;
  const values = program.argumentList(site.role, 'statement');
  const sources = values.flatMap((value) => program.sourcesOf(value));
  return sources.length > 0 && sources.every((source) => isStructured(source, evaluation)) ? YES : NO;
};

function isStructured({ file, id }: ValueRef, { program }: Evaluation): boolean {
  const fact = program.fact({ file, id });
  if (fact.kind === 'array') return fact.elements.length > 0 && fact.elements.every((element) => program.fact({ file, id: element }).kind === 'object');
  return fact.kind === 'object' || fact.kind === 'function' || fact.kind === 'class' || (fact.kind === 'call' && makesObjects({ file, id }, program));
}

/** `list.map((each) => ({ … }))`, `list.reduce((all, each) => [...all, { … }], [])`: a list of objects. */
function makesObjects({ file, id }: ValueRef, program: Program): boolean {
  const fact = program.fact({ file, id });
  const callee = fact.kind === 'call' ? program.fact({ file, id: fact.callee }) : null;
  const callback = fact.kind === 'call' && fact.args[0] !== undefined ? program.fact({ file, id: fact.args[0] }) : null;
  if (callee?.kind !== 'member' || callback?.kind !== 'function' || (callee.name !== 'map' && callee.name !== 'reduce')) return false;
  const returns = file.facts.functions[callback.function]?.returns ?? [];
  const isObject = (element: number) => program.fact({ file, id: element }).kind === 'object';
  return returns.length > 0 && returns.every((returned) => {
    const made = program.fact({ file, id: returned });
    if (callee.name === 'map') return made.kind === 'object';
    const own = made.kind === 'array' ? made.elements.filter((element) => program.fact({ file, id: element }).kind !== 'spread') : [];
    return own.length > 0 && own.every(isObject);
  });
}

/** Does some alternative of the value begin with SQL, as far as its beginning is written in the source? */
function beginsLikeSql(value: ValueRef, evaluation: Evaluation, seen: Set<string>): boolean {
  const { program } = evaluation;
  return program.sourcesOf(value).some((source) => {
    if (seen.has(keyOf(source)) || seen.size >= MAXIMUM_TEXTS) return false;
    seen.add(keyOf(source));
    const fact = program.fact(source);
    const next = (id: number | undefined) => id !== undefined && beginsLikeSql({ file: source.file, id }, evaluation, seen);
    switch (fact.kind) {
      case 'literal':
        return typeof fact.value === 'string' && STATEMENT.test(fact.value);
      case 'template':
        // What a tag makes is no text that is joined here.
        if (fact.tag >= 0) return false;
        return STATEMENT.test(fact.texts.join('x')) || (fact.texts[0]?.trim() === '' && next(fact.parts[0]));
      case 'concat':
        return STATEMENT.test(writtenText(source, evaluation)) || next(fact.parts[0]);
      case 'array':
        return next(fact.elements[0]);
      case 'call': {
        const callee = program.fact({ file: source.file, id: fact.callee });
        // `[…].join(' ')`, `sql.trim()`
        return callee.kind === 'member' && next(callee.object);
      }
      default:
        return false;
    }
  });
}

/** The literal parts of a concatenation, with a stand-in for each other part. */
function writtenText(value: ValueRef, { program }: Evaluation): string {
  const fact = program.fact(value);
  if (fact.kind !== 'concat') return '';
  return fact.parts
    .map((id) => {
      const part = program.fact({ file: value.file, id });
      if (part.kind === 'literal') return String(part.value);
      return part.kind === 'template' ? part.texts.join('x') : 'x';
    })
    .join('');
}
