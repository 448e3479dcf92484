/**
 * What becomes of a row that was read by its id: a policy may look at it (`authorize(user, 'read', document)`,
 * `document.canRead(user)`), and what the policy demands is its own affair.
 */
import type { BindingFact } from '../../contracts/facts.js';
import type { ClassRef, FunctionRef, ValueRef } from '../../contracts/program.js';
import { type FileValue, type Linking, indexed, sibling } from '../linking.js';
import { factOf } from '../value-graph.js';
import type { FoundQuery } from './found-query.js';
import { type IsKey, namesKey } from './key-names.js';
import { wordsOf } from './names.js';
import type { Control } from './scope.js';
import { isCaller } from './tenancy.js';

/** Words in the name of a function that decides whether somebody may do something. */
const DECIDES = /^(?:authori[sz]e[ds]?|authori[sz]ation|can|cannot|may|allow|allowed|forbid|permit|permission|permissions|policy|policies|access|assert|ensure|guard|own|owns|owner|belongs|abilities|ability)$/;
const MAXIMUM_CLIMB = 6;
const MAXIMUM_LEVELS = 3;
const MAXIMUM_CALLERS = 12;

export function rowPolicy(link: Linking, query: FoundQuery, isKey: IsKey): Control | null {
  const { file } = indexed(query.value);
  const guard = guardBefore(link, { file, id: file.functionAt(factOf(query.value).start) }, isKey, 0);
  if (guard !== null) return { filtered: 'unknown', reason: `whether ${guard}, which stands before it, lets only rows of the caller's tenant through`, evidence: [] };
  for (const row of rowsOf(indexed(query.value))) {
    for (const use of row.uses) {
      const policy = policyAt(link, sibling(query.value, use));
      if (policy !== null) {
        const evidence = [{ location: link.location(policy.call), text: 'is given the row' }];
        if (policy.isDecision) return { filtered: 'yes', reason: `${nameOf(link, policy.call)} decides for the caller about the row`, evidence };
        return { filtered: 'unknown', reason: `whether ${nameOf(link, policy.call)}, which is given the row, refuses those of other tenants`, evidence };
      }
    }
  }
  return null;
}

/** A guard of the program that knows the tenant key, on a method through which the query is reached. */
function guardBefore(link: Linking, method: FunctionRef, isKey: IsKey, level: number): string | null {
  const declaration = link.functionFact(method);
  const owner = declaration.class < 0 ? [] : (method.file.facts.classes[declaration.class]?.decorators ?? []);
  for (const decorator of [...declaration.decorators, ...owner]) {
    const call: ValueRef = { file: method.file, id: decorator };
    if (!link.rolesAt(call).some((site) => site.role === 'http.chain.decorator' && site.entry.attributes['kind'] === 'guard')) continue;
    for (const guard of guardsOf(link, call)) if (mentionsKey(guard, isKey)) return link.classFact(guard).name;
  }
  if (level >= MAXIMUM_LEVELS || method.id === 0) return null;
  for (const caller of link.callersOf(method).slice(0, MAXIMUM_CALLERS)) {
    const { file } = indexed(caller);
    const found = guardBefore(link, { file, id: file.functionAt(factOf(caller).start) }, isKey, level + 1);
    if (found !== null) return found;
  }
  return null;
}

function guardsOf(link: Linking, decorator: ValueRef): ClassRef[] {
  const fact = factOf(decorator);
  const given = fact.kind === 'call' ? fact.args : [];
  return given.flatMap((argument) => link.resolve(sibling(decorator, argument)).flatMap((entity) => (entity.kind === 'class' ? [entity.ref] : [])));
}

function mentionsKey({ file, id }: ClassRef, isKey: IsKey): boolean {
  const { start, end } = file.facts.classes[id]!;
  return indexed({ file, id: 0 }).file.valuesWithin(start, end).some((inner) => {
    const fact = file.facts.values[inner]!;
    const name = fact.kind === 'member' || fact.kind === 'reference' ? fact.name : null;
    return name !== null && namesKey(name, isKey);
  });
}

/** Variables that hold what the query gave, awaited or cast. */
function rowsOf(query: FileValue): BindingFact[] {
  const { file } = query;
  const found: BindingFact[] = [];
  let id = query.id;
  for (let step = 0; step < MAXIMUM_CLIMB && id >= 0; step += 1) {
    for (const binding of file.bindingsWrittenWith(id)) found.push(file.facts.bindings[binding]!);
    const parent = file.parentOf(id);
    const fact = parent < 0 ? null : factOf(sibling(query, parent));
    if (fact?.kind === 'array') return [...found, ...rowsOfAll(query, parent, fact.elements.indexOf(id))];
    const passesOn = fact?.kind === 'await' || fact?.kind === 'cast' || fact?.kind === 'conditional' || fact?.kind === 'logical';
    id = passesOn ? parent : -1;
  }
  return found;
}

/** `const [user, group] = await Promise.all([query, query])`: the variable at the query's place in the list. */
function rowsOfAll(query: FileValue, list: number, index: number): BindingFact[] {
  const { file } = query;
  const call = file.parentOf(list);
  const awaited = call < 0 ? -1 : file.parentOf(call);
  if (awaited < 0 || factOf(sibling(query, awaited)).kind !== 'await') return [];
  return file.facts.bindings.filter((binding) =>
    binding.writes.some(({ value }) => {
      const fact = factOf(sibling(query, value));
      return fact.kind === 'member' && fact.object === awaited && fact.name === String(index);
    }),
  );
}

/** Nothing is done with the result but look at it: the call throws, or answers yes or no. */
function isTest(call: FileValue): boolean {
  const { file } = call;
  const parent = file.parentOf(call.id);
  const outer = parent < 0 ? null : factOf(sibling(call, parent));
  if (outer?.kind === 'await') return isTest(sibling(call, parent));
  if (outer !== null) return outer.kind === 'unary' && outer.operator === '!';
  return file.bindingsWrittenWith(call.id).length === 0 && file.functionsReturning(call.id).length === 0;
}

function nameOf(link: Linking, call: FileValue): string {
  return link.describe(call).replace(/\(.*$/, '');
}

interface Policy {
  call: FileValue;
  /** It says by its name that it decides, is given both the row and who is calling, and nothing goes on when it refuses. */
  isDecision: boolean;
}

/** The call that decides about the row which is used here. */
function policyAt(link: Linking, use: FileValue): Policy | null {
  const { file } = use;
  let id = use.id;
  for (let step = 0; step < MAXIMUM_CLIMB; step += 1) {
    const parentId = file.parentOf(id);
    if (parentId < 0) return null;
    const parent = sibling(use, parentId);
    const fact = factOf(parent);
    if (fact.kind === 'call') {
      const given = fact.args.includes(id);
      const decides = wordsOf(link.describe(sibling(use, fact.callee))).some((word) => DECIDES.test(word));
      const withCaller = fact.args.some((argument) => argument !== id && isCaller(sibling(use, argument), 0));
      const isDecision = decides && given && withCaller && isTest(parent);
      return decides || (given && withCaller && isTest(parent)) ? { call: parent, isDecision } : null;
    }
    // `row.canRead(user)`, `authorize(user, 'read', row?.team)`, `{ row }`
    if (fact.kind !== 'member' && fact.kind !== 'object' && fact.kind !== 'array' && fact.kind !== 'cast') return null;
    id = parentId;
  }
  return null;
}
