/** `log.body-of-nobody`: whether a body that is written as a whole holds anything of anybody, as far as the program tells. */
import type { TypeFact } from '../../../contracts/facts.js';
import type { LinkedFile, Program, ValueRef } from '../../../contracts/program.js';
import { calledName } from '../../../contracts/written-name.js';
import { NO, unknown, yes } from '../../answer.js';
import { namesOneOf, vocabularyOf, type Vocabulary } from '../../names/name-words.js';
import type { Predicate } from '../index.js';
import { requestPart } from './log-data.js';
import { loggedValues, ownName, writtenTo } from './logged-values.js';

const BODIES = ['body', 'form', 'raw', 'arguments'];

/**
 * `with:` lists of words: yes where every field that is read of the body in its function, or declared of it, is called by none of them, and
 * the body goes nowhere else as a whole; no where one is; unknown where no field of it is known.
 */
export const bodyOfNobody: Predicate = ({ role }, operand, { program }) => {
  if (role === null) return NO;
  const words = wordsOf(operand);
  const bodies = loggedValues(role, program).filter((logged) => !logged.inText && requestPart(logged.ref, BODIES, program) !== null).map(({ ref }) => ref);
  if (bodies.length === 0) return NO;
  const fields = bodies.map((body) => fieldsOf(body, program));
  if (fields.some(({ names }) => names.some((name) => namesOneOf(name, words)))) return NO;
  return fields.every(({ names, isAll }) => isAll && names.length > 0) ? yes({ reason: `of the body ${fields[0]!.names.join(', ')} is read` }) : unknown('what the body holds');
};

const vocabularies = new WeakMap<object, Vocabulary>();

function wordsOf(operand: unknown): Vocabulary {
  if (!Array.isArray(operand)) throw new Error('log.body-of-nobody takes lists of words');
  let words = vocabularies.get(operand);
  if (words === undefined) vocabularies.set(operand, (words = vocabularyOf(operand.flatMap((each: unknown) => (Array.isArray(each) ? each.map(String) : [String(each)])))));
  return words;
}

interface Fields {
  names: string[];
  /** Nothing else is done with the body. */
  isAll: boolean;
}

function fieldsOf(body: ValueRef, program: Program): Fields {
  const declared = declaredFields(body, program);
  if (declared.length > 0) return { names: declared, isAll: true };
  const mentions = mentionsOf(body, program);
  const names = mentions.flatMap((id) => fieldRead(body.file, id));
  return { names, isAll: mentions.every((id) => fieldRead(body.file, id).length > 0 || isWritten(body.file, id, program)) };
}

/** The fields of a type literal, an interface or a class that the body is declared to be. */
function declaredFields({ file, id }: ValueRef, program: Program): string[] {
  const fact = program.fact({ file, id });
  const type = fact.kind === 'reference' ? file.facts.bindings[fact.binding]?.type : undefined;
  return type === undefined ? [] : membersOf(type, file);
}

function membersOf(type: TypeFact, file: LinkedFile): string[] {
  const members = type.members ?? file.facts.types.find(({ name, kind }) => name === type.name && kind === 'interface')?.members ?? [];
  return members.map(({ name }) => name);
}

/** Where the body is mentioned in the function around: by the same words, or by the variable that holds it. */
function mentionsOf(body: ValueRef, program: Program): number[] {
  const { file } = body;
  const { start, end } = program.functionFact({ file, id: file.functionAt(file.facts.values[body.id]!.start) });
  const held = writtenTo(body, program.fact(body)).filter((each) => each.file === file && program.fact(each).kind === 'member').map((each) => program.describe(each));
  const written = new Set([program.describe(body), ...held]);
  return [...file.facts.values.keys()].filter((id) => {
    const fact = file.facts.values[id]!;
    return (fact.kind === 'member' || fact.kind === 'reference') && written.has(program.describe({ file, id })) && fact.start >= start && fact.end <= end;
  });
}

/** `body.name`, `const { name } = body`. */
function fieldRead(file: LinkedFile, id: number): string[] {
  return file.facts.values.flatMap((fact) => (fact.kind === 'member' && fact.object === id && fact.name !== null ? [fact.name] : []));
}

/** It stands in a log call, in a condition, or is held by a variable that is looked at itself. */
function isWritten(file: LinkedFile, id: number, program: Program): boolean {
  for (let current = id, step = 0; current >= 0 && step < 8; step += 1) {
    const fact = file.facts.values[current]!;
    if (fact.kind === 'call' && (program.rolesAt({ file, id: current }).some(({ role }) => role.startsWith('log.write')) || isLogger(file, current, program))) return true;
    if (fact.kind === 'call' && current !== id && !/^(?:stringify|keys|inspect)$/.test(calledName(file, current) ?? '')) return false;
    current = file.parentOf(current);
  }
  const fact = file.facts.values[id]!;
  const isHeld = fact.kind === 'member' && file.facts.bindings.some((binding) => binding.writes.some((write) => write.value === id));
  return isHeld || file.facts.blocks.some(({ condition }) => condition === id);
}

/** `logger.info(…)`, whatever the logger is. */
function isLogger(file: LinkedFile, call: number, program: Program): boolean {
  const fact = file.facts.values[call]!;
  const callee = fact.kind === 'call' ? file.facts.values[fact.callee] : undefined;
  return callee?.kind === 'member' && /log(?:ger)?$/i.test(ownName({ file, id: callee.object }, program) ?? '');
}
