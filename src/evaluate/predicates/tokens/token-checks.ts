/** `jwt.*` of tokens that are read without a known verification: where they come from, and who else is given them. */
import { NONE } from '../../../contracts/facts.js';
import type { Program, ValueRef } from '../../../contracts/program.js';
import { NO, unknown, yes } from '../../answer.js';
import { keyOf } from '../../file-uses.js';
import type { Site } from '../../site.js';
import { writtenName } from '../../../contracts/written-name.js';
import type { Predicate } from '../index.js';
import { partNumber, splitOfPayload } from './token-payload.js';

/** What functions are called that check a token or ask its issuer. */
const CHECKS = /verif|validat|authenticat|introspect|signature|^checks?(?:Token|Jwt|Access)/i;
/** Calls that look for rows, and conditions of such. */
const LOOKS_UP = /^(?:find|findOne|findFirst|findUnique|findOneBy|findBy|findById|where|eq|equals|exists|count|countDocuments|first)(?:OrThrow|OrFail)?$/;
/** Columns in which a token may be kept. */
const KEEPS_TOKENS = /token|jwt|session|^_?id$|hash/i;
const MAX_CALLERS = 12;
const MAX_DEPTH = 3;
/** Kinds of origin that are no client: nobody outside chose such a token, unless somebody stored it. */
const INSIDE: ReadonlySet<string> = new Set(['library', 'datastore', 'constant', 'environment', 'principal']);

/** The token that the site reads: an argument, or what is split where it is decoded by hand. */
export function tokenOf({ role, value }: Site, program: Program): ValueRef | null {
  if (role === null || value === null) return null;
  if (role.role !== 'json.parse') return program.argument(role, 'token');
  const split = splitOfPayload(value, program);
  const call = split === null ? null : program.fact(split);
  const callee = split === null || call?.kind !== 'call' ? null : program.fact({ file: split.file, id: call.callee });
  return split === null || callee?.kind !== 'member' ? null : { file: split.file, id: callee.object };
}

/** May a client have chosen the token? Unknown where it comes from libraries and stores only, no where the program signed it itself. */
export const tokenFromOutside: Predicate = (site, _operand, { program }) => {
  const token = tokenOf(site, program);
  if (token === null) return yes();
  const sources = program.sourcesOf(token);
  if (sources.length > 0 && sources.every((source) => program.rolesAt(source).some(({ role }) => role === 'jwt.sign'))) return NO;
  const { origins, truncated } = program.trace(token, { sink: 'value' });
  if (truncated || origins.some((origin) => !INSIDE.has(origin.kind) && !isGivenByProgram(origin.value, program))) return yes();
  return unknown('whether a client can choose the token');
};

/** A parameter that a decorator fills with what the program made before: `@Parent() auth`. */
function isGivenByProgram({ file, id }: ValueRef, program: Program): boolean {
  const fact = file.facts.values[id];
  const decorators = fact?.kind === 'parameter' ? (file.facts.functions[fact.function]?.parameters[fact.index]?.decorators ?? []) : [];
  return decorators.some((decorator) => program.rolesAt({ file, id: decorator }).some(({ role }) => role === 'trusted.data'));
}

/**
 * Is the same token, or its signature, given to a function that is called after checking? Never a yes: a name proves nothing.
 * Looks at the function that reads it and at its callers, as far as they hand the token in.
 */
export const checkedByName: Predicate = (site, _operand, { program }) => {
  const token = tokenOf(site, program);
  if (token === null) return NO;
  const parts = site.role?.role === 'json.parse' && site.value !== null ? splitOfPayload(site.value, program) : null;
  const checker = (parts === null ? null : signatureReader(parts, program)) ?? checkerOf(token, program, 0, new Set());
  return checker === null ? NO : unknown(`whether ${program.describe(checker)} makes sure of the token`, { related: [{ location: program.location(checker), text: 'the token is handed on here' }] });
};

/** Where the third part of the split token is read. */
function signatureReader(split: ValueRef, program: Program): ValueRef | null {
  const { file } = split;
  const holders = [split.id, ...usesOfHolders(split)];
  for (const holder of holders) {
    const parent = file.parentOf(holder);
    const ref = { file, id: parent };
    if (parent !== NONE && program.fact(ref).kind === 'member' && partNumber(ref, program) === '2') return ref;
  }
  return null;
}

/** Uses of the variables that hold exactly this value. */
function usesOfHolders({ file, id }: ValueRef): number[] {
  return file.facts.bindings.filter((binding) => binding.writes.some((write) => write.value === id)).flatMap((binding) => binding.uses);
}

function checkerOf(token: ValueRef, program: Program, depth: number, seen: Set<string>): ValueRef | null {
  const { file } = token;
  if (depth > MAX_DEPTH || seen.has(keyOf(token))) return null;
  seen.add(keyOf(token));
  const fact = program.fact(token);
  const binding = fact.kind === 'reference' && fact.binding >= 0 ? file.facts.bindings[fact.binding]! : null;
  for (const use of binding?.uses ?? [token.id]) {
    const call = callGiven({ file, id: use });
    if (call !== null) return call;
  }
  if (binding === null) return null;
  const parameter = binding.writes.map((write) => file.facts.values[write.value]!).find((value) => value.kind === 'parameter');
  if (parameter?.kind !== 'parameter') return null;
  for (const caller of program.callersOf({ file, id: parameter.function }).slice(0, MAX_CALLERS)) {
    const called = program.fact(caller);
    const argument = called.kind === 'call' ? called.args[parameter.index] : undefined;
    const found = argument === undefined ? null : checkerOf({ file: caller.file, id: argument }, program, depth + 1, seen);
    if (found !== null) return found;
  }
  return null;
}

/** The call whose argument, or a property of whose argument, the value is, when its name says that it checks; or that looks for the row that keeps this very token. */
function callGiven({ file, id }: ValueRef): ValueRef | null {
  let child = id;
  let column = '';
  for (let step = 0; step < 4; step += 1) {
    const parent = file.parentOf(child);
    const fact = parent === NONE ? null : file.facts.values[parent]!;
    if (fact === null || !['call', 'object', 'array', 'cast', 'template', 'concat'].includes(fact.kind)) return null;
    if (fact.kind === 'call') {
      const callee = file.facts.values[fact.callee]!;
      const name = writtenName(callee);
      const compared = file.facts.values[fact.args[0]!];
      if (column === '' && compared?.kind === 'member' && fact.args[1] === child) column = compared.name ?? '';
      const isLookUp = name !== null && LOOKS_UP.test(name) && KEEPS_TOKENS.test(column);
      return fact.args.includes(child) && name !== null && (isLookUp || CHECKS.test(name)) ? { file, id: parent } : null;
    }
    if (fact.kind === 'object') column ||= fact.properties.find((property) => property.value === child)?.name ?? '';
    child = parent;
  }
  return null;
}
