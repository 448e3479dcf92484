/** `jwt.said-by-token`, `jwt.shared-algorithms`: what whoever writes a token may decide about how it is verified. */
import type { Program, ValueRef } from '../../../contracts/program.js';
import { writtenName } from '../../../contracts/written-name.js';
import { answerOf, NO, yes } from '../../answer.js';
import type { Predicate } from '../index.js';
import { algorithmsOf } from './jwt.js';

/** Members of a token's header (RFC 7515, 4.1). A chain of certificates (`x5c`) may be checked against a root, so that it says nothing. */
const MEMBERS: Readonly<Record<string, string>> = { key: 'jwk', algorithms: 'alg' };
/** A proof of possession carries its own key on purpose; what it proves is checked by the key's thumbprint (RFC 9449). */
const PROOFS = /dpop|proof|attestation/i;
const MAX_DEPTH = 8;

/** `with: key` or `with: algorithms`: does it come out of the header of a token? */
export const saidByToken: Predicate = (site, operand, { program }) => {
  const member = typeof operand === 'string' ? MEMBERS[operand] : undefined;
  if (member === undefined) throw new Error('jwt.said-by-token takes key or algorithms');
  if (site.role === null) return NO;
  const token = program.argument(site.role, 'token');
  if (token !== null && PROOFS.test(program.describe(token))) return NO;
  for (const value of program.argumentList(site.role, operand as string)) {
    const found = headerMember(value, member, program, 0);
    if (found !== null) return yes({ related: [{ location: program.location(found), text: 'taken out of the token' }] });
  }
  return NO;
};

/** Are all algorithms named such as take a shared secret? */
export const sharedAlgorithms: Predicate = (site, _operand, { program }) => {
  const named = site.role === null ? [] : algorithmsOf(site.role, program);
  return answerOf(named.length > 0 && named.every((name) => /^HS\d+$/.test(name)), { values: { value: named.join(', ') } });
};

/** `header.jwk`, also where a function makes a key of it. */
function headerMember(value: ValueRef, member: string, program: Program, depth: number): ValueRef | null {
  if (depth > MAX_DEPTH) return null;
  for (const source of program.sourcesOf(value)) {
    const found = withinSource(source, member, program, depth);
    if (found !== null) return found;
  }
  return null;
}

function withinSource(source: ValueRef, member: string, program: Program, depth: number): ValueRef | null {
  const fact = program.fact(source);
  const at = (id: number | undefined) => (id === undefined ? null : headerMember({ file: source.file, id }, member, program, depth + 1));
  switch (fact.kind) {
    case 'member':
      return fact.name === member && /header$/i.test(writtenName(program.fact({ file: source.file, id: fact.object })) ?? '') ? source : null;
    case 'call':
      return at(fact.args[0]);
    case 'await':
    case 'cast':
      return at(fact.operand);
    case 'array':
      return fact.elements.map(at).find((found) => found !== null) ?? null;
    default:
      return null;
  }
}
