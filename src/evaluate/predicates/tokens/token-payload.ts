/** `jwt.payload-decoded-by-hand`: the middle part of a token, taken out and decoded without any library. */
import type { Program, ValueRef } from '../../../contracts/program.js';
import { answerOf } from '../../answer.js';
import { keyOf } from '../../file-uses.js';
import { writtenName } from '../../../contracts/written-name.js';
import type { Predicate } from '../index.js';

const MAX_STEPS = 24;
const DECODERS = new Set(['atob', 'decode', 'toByteArray', 'b64DecodeUnicode', 'base64UrlDecode', 'base64urlDecode']);

/** `JSON.parse(Buffer.from(token.split('.')[1], 'base64').toString())` and its variants, through variables and helpers. */
export const decodedByHand: Predicate = (site, _operand, { program }) => {
  return answerOf(site.value !== null && splitOfPayload(site.value, program) !== null);
};

/** The `token.split('.')` whose middle part the call of `JSON.parse` reads; null when it reads anything else. */
export function splitOfPayload(parse: ValueRef, program: Program): ValueRef | null {
  const fact = program.fact(parse);
  if (fact.kind !== 'call' || fact.args[0] === undefined) return null;
  return decodedPart({ file: parse.file, id: fact.args[0] }, { program, seen: new Set() }, false, MAX_STEPS);
}

interface Search {
  program: Program;
  /** Values looked at already, with and without a decoder on the way. */
  seen: Set<string>;
}

/**
 * Walks from the parsed text back to a `split('.')`.
 *
 * @param decoded whether a base64 decoder was passed on the way.
 */
function decodedPart(ref: ValueRef, search: Search, decoded: boolean, steps: number): ValueRef | null {
  const { program, seen } = search;
  const key = `${keyOf(ref)} ${decoded}`;
  if (steps <= 0 || seen.has(key)) return null;
  seen.add(key);
  const at = (id: number) => ({ file: ref.file, id });
  const on = (id: number | undefined, wasDecoded = decoded) => (id === undefined ? null : decodedPart(at(id), search, wasDecoded, steps - 1));
  const fact = program.fact(ref);
  switch (fact.kind) {
    case 'call': {
      const callee = program.fact(at(fact.callee));
      const name = writtenName(callee);
      if (name === 'from' || (name !== null && DECODERS.has(name))) return on(fact.args[0], decoded || isBase64(name, fact.args[1] === undefined ? null : at(fact.args[1]), program));
      if (name === 'split') return null;
      return callee.kind === 'member' ? (on(callee.object) ?? on(fact.args[0])) : firstOf(fact.args, on);
    }
    case 'member':
      return (decoded ? splitAround(ref, program) : null) ?? through(ref, search, decoded, steps);
    case 'logical':
    case 'concat':
    case 'template': {
      const parts = fact.kind === 'logical' ? [fact.left, fact.right] : fact.parts;
      return firstOf(parts, on);
    }
    case 'await':
    case 'cast':
      return on(fact.operand);
    case 'reference':
    case 'parameter':
      return through(ref, search, decoded, steps);
    default:
      return null;
  }
}

/** The first answer that is none. */
function firstOf<T>(list: readonly T[], ask: (each: T) => ValueRef | null): ValueRef | null {
  for (const each of list) {
    const found = ask(each);
    if (found !== null) return found;
  }
  return null;
}

function through(ref: ValueRef, search: Search, decoded: boolean, steps: number): ValueRef | null {
  const { program } = search;
  const fact = program.fact(ref);
  const written = fact.kind === 'reference' && fact.binding >= 0 ? (ref.file.facts.bindings[fact.binding]?.writes ?? []).map((write): ValueRef => ({ file: ref.file, id: write.value })) : [];
  const sources = written.length > 0 ? written : program.sourcesOf(ref).filter((source) => source.id !== ref.id || source.file !== ref.file);
  return firstOf(sources, (source) => decodedPart(source, search, decoded, steps - 1));
}

/** `Buffer.from(x, 'base64')`; the other decoders know no other encoding. */
function isBase64(name: string, encoding: ValueRef | null, program: Program): boolean {
  if (name !== 'from') return true;
  const constants = encoding === null ? [] : (program.constants(encoding) ?? []);
  return constants.some((constant) => constant === 'base64' || constant === 'base64url');
}

/** `x.split('.')[1]`, also by destructuring or through a variable that holds the parts: the `split`. */
function splitAround(ref: ValueRef, program: Program): ValueRef | null {
  const fact = program.fact(ref);
  if (fact.kind !== 'member' || partNumber(ref, program) !== '1') return null;
  const isSplit = (source: ValueRef) => {
    const call = program.fact(source);
    if (call.kind !== 'call' || call.args[0] === undefined) return false;
    const callee = program.fact({ file: source.file, id: call.callee });
    return callee.kind === 'member' && callee.name === 'split' && program.constants({ file: source.file, id: call.args[0] })?.[0] === '.';
  };
  return program.sourcesOf({ file: ref.file, id: fact.object }).find(isSplit) ?? null;
}

/** The index of `parts[2]` as text; null when it is computed or no member. */
export function partNumber(ref: ValueRef, program: Program): string | null {
  const fact = program.fact(ref);
  if (fact.kind !== 'member') return null;
  const index = fact.name ?? (fact.index < 0 ? null : program.constants({ file: ref.file, id: fact.index })?.[0]);
  return index === null || index === undefined ? null : String(index);
}
