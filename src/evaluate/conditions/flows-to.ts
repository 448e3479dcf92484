/** `flows-to: authorization`: the site's result decides who may do what. */
import { NONE } from '../../contracts/facts.js';
import type { ValueId } from '../../contracts/facts.js';
import type { Program, ValueRef } from '../../contracts/program.js';
import { NO, yes } from '../answer.js';
import type { ConditionWord } from '../compiler.js';
import { keyOf, usesIn } from '../file-uses.js';
import { isNothing } from '../../contracts/nothing.js';

/** Names under which an identity or a right is read, after dropping `_` and case. `sub` is the subject claim of RFC 7519, 4.1.2. */
const AUTHORITY =
  /^(sub|id|scopes?|roles?|permissions?|privileges?|claims?|groups?|isadmin|admin|issuperuser|user|currentuser|auth|principal|identity|(user|owner|account|tenant|org|organi[sz]ation|workspace|member|customer|team)(id|uuid)|email|username|uid|oid|tid)$/;
const MAX_STEPS = 400;

export const flowsTo: ConditionWord<'flows-to'> = () => ({ value }, { program }) => {
  const decision = value === null ? null : useAhead(value, program, decidingUse);
  return decision === null ? NO : yes({ related: [{ location: program.location(decision), text: 'decides access here' }], values: { use: program.describe(decision) } });
};

/**
 * The first use that is asked for of what the value becomes: in variables, in what functions return and are handed, breadth first.
 *
 * @param isIt the use that the value has where it stands, or null
 */
export function useAhead(start: ValueRef, program: Program, isIt: (value: ValueRef) => ValueRef | null): ValueRef | null {
  const seen = new Set<string>();
  const open: ValueRef[] = [start];
  for (let next = open.shift(); next !== undefined && seen.size < MAX_STEPS; next = open.shift()) {
    if (seen.has(keyOf(next))) continue;
    seen.add(keyOf(next));
    const found = isIt(next);
    if (found !== null) return found;
    open.push(...becomes(next, program));
  }
  return null;
}

/** The expression that reads the value as authority, compares or tests it. */
function decidingUse({ file, id }: ValueRef): ValueRef | null {
  const parent = file.parentOf(id);
  const fact = parent === NONE ? undefined : file.facts.values[parent]!;
  if (fact?.kind === 'member' && fact.object === id && fact.name !== null && isAuthority(fact.name)) return { file, id: parent };
  // Comparing with null or undefined asks whether the token could be read at all, not who its bearer is.
  if (fact?.kind === 'binary' && ['===', '!==', '==', '!=', 'in', '<', '>', '<=', '>='].includes(fact.operator) && !isNothing(file.facts.values[fact.left === id ? fact.right : fact.left])) return { file, id: parent };
  if (usesIn(file).writtenTo(id).some(isAuthority)) return { file, id };
  return null;
}

function isAuthority(name: string): boolean {
  return AUTHORITY.test(name.replaceAll('_', '').toLowerCase());
}

function becomes(value: ValueRef, program: Program): ValueRef[] {
  const { file, id } = value;
  const uses = usesIn(file);
  const next: ValueRef[] = [];
  const parent = file.parentOf(id);
  if (parent !== NONE) next.push(...throughParent(value, parent, program));
  for (const binding of uses.bindingsOf(id)) next.push(...file.facts.bindings[binding]!.uses.map((use) => ({ file, id: use })));
  for (const returned of uses.returnedBy(id)) next.push(...program.callersOf({ file, id: returned }));
  return next;
}

/** Through wrappers of the expression, into members, and into the parameters of functions of the program. */
function throughParent({ file, id }: ValueRef, parent: ValueId, program: Program): ValueRef[] {
  const fact = file.facts.values[parent]!;
  switch (fact.kind) {
    case 'await':
    case 'cast':
    case 'logical':
    case 'conditional':
    case 'spread':
    case 'rest':
      return [{ file, id: parent }];
    case 'member':
      // How long a claim is says nothing of who sent it.
      return fact.object === id && fact.name !== 'length' ? [{ file, id: parent }] : [];
    case 'call': {
      const index = fact.args.indexOf(id);
      if (index < 0) return [];
      return program.callees({ file, id: parent }).flatMap(({ file: target, id: callee }) => {
        const parameter = target.facts.functions[callee]?.parameters[index];
        return parameter === undefined ? [] : parameterUses(target, parameter.value, parameter.binding);
      });
    }
    default:
      return [];
  }
}

function parameterUses(file: ValueRef['file'], value: ValueId, binding: number): ValueRef[] {
  const named = binding >= 0 ? file.facts.bindings[binding]!.uses : [];
  return [{ file, id: value }, ...named.map((id) => ({ file, id }))];
}
