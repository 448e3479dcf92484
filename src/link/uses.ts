/**
 * Where a function of the program is used: called directly, through an import, as a method, or handed on as an argument.
 * Both directions hang on this: who calls it (what its parameters are), and what a library will pass to it.
 */
import { NONE, type ValueId } from '../contracts/facts.js';
import type { PackageInfo } from '../contracts/inventory.js';
import type { Entity, FunctionRef } from '../contracts/program.js';
import type { IndexedFile } from './indexed-file.js';
import { type FileValue, type FunctionUse, type Linking, sibling } from './linking.js';
import { factOf, keyOf } from './value-graph.js';

const MAXIMUM_USES = 200;
const MAXIMUM_CLIMB = 12;

/** Uses of a function, in file and source order of its mentions; at most 200. */
export function usesOf(link: Linking, ref: FunctionRef): FunctionUse[] {
  const file = ref.file as IndexedFile;
  const fact = file.facts.functions[ref.id];
  if (fact === undefined || ref.id === 0) return [];
  const result: FunctionUse[] = [];
  const seen = new Set<number>();
  const climb = (value: FileValue) => climbFrom(link, value, 0, result, seen);
  if (fact.kind === 'constructor') {
    constructorUses(link, file, fact.class, climb);
    return result;
  }
  const own = file.valueOfFunction(ref.id);
  if (own !== NONE) climb({ file, id: own });
  const isMember = fact.name !== '' && (fact.class !== NONE || isProperty(file, own) || isExported(file, own));
  // `const { default: plugin } = await import('./plugin')`.
  for (const name of [...(isMember ? [fact.name] : []), ...(isExported(file, own, 'default') ? ['default'] : [])]) {
    for (const mention of link.mentions.ownMembersNamed(name)) {
      if (result.length >= MAXIMUM_USES) break;
      if (mayKnow(mention.file, file) && link.resolve(mention).some((entity) => isFunction(entity, ref))) climb(mention);
    }
  }
  return result;
}

/** A cheap sign that a member of the right name is something else: it stands in a package that cannot know this one. */
function mayKnow(from: IndexedFile, to: IndexedFile): boolean {
  if (from.package === to.package) return true;
  let known = KNOWN_PACKAGES.get(from.package);
  if (known === undefined) KNOWN_PACKAGES.set(from.package, (known = new WeakMap()));
  let answer = known.get(to.package);
  if (answer === undefined) known.set(to.package, (answer = knowsPackage(from.package, to.package)));
  return answer;
}

/** Which packages may know which: asked of each mention of a name, for each function of that name. */
const KNOWN_PACKAGES = new WeakMap<PackageInfo, WeakMap<PackageInfo, boolean>>();

/** The one depends on the other by name, or one of them has none to tell. */
function knowsPackage(from: PackageInfo, to: PackageInfo): boolean {
  const { name } = to;
  return name === null || from.name === null || from.dependencies.some((dependency) => dependency.name === name) || from.isWorkspaceRoot || to.isWorkspaceRoot;
}

/** @param name under which; any when left out */
function isExported(file: IndexedFile, value: ValueId, name?: string): boolean {
  if (value === NONE) return false;
  const bindings = file.bindingsWrittenWith(value);
  return file.facts.exports.some((fact) => (name === undefined || fact.name === name) && (fact.value === value || bindings.includes(fact.binding)));
}

/** Also by its name: `export default { list, remove }`. */
function isProperty(file: IndexedFile, value: ValueId): boolean {
  if (value === NONE) return false;
  const inObject = (id: ValueId) => file.facts.values[file.parentOf(id)]?.kind === 'object';
  if (inObject(value) || file.memberWritesWith(value).length > 0) return true;
  return file.bindingsWrittenWith(value).some((binding) => (file.facts.bindings[binding]?.uses ?? []).some(inObject));
}

function isFunction(entity: Entity, ref: FunctionRef): boolean {
  return entity.kind === 'function' && entity.ref.file === ref.file && entity.ref.id === ref.id;
}

function constructorUses(
  link: Linking,
  file: IndexedFile,
  classId: number,
  climb: (value: FileValue) => void,
): void {
  const binding = file.facts.classes[classId]?.binding ?? NONE;
  if (binding !== NONE) bindingMentions(link, file, binding).forEach(climb);
}

/** Follows a value upwards to the calls that run or receive it. */
function climbFrom(link: Linking, start: FileValue, depth: number, result: FunctionUse[], seen: Set<number>): void {
  if (depth > MAXIMUM_CLIMB || result.length >= MAXIMUM_USES || seen.has(keyOf(start))) return;
  seen.add(keyOf(start));
  const { file } = start;
  const parent = file.parentOf(start.id);
  const next = (value: FileValue) => climbFrom(link, value, depth + 1, result, seen);
  for (const binding of file.bindingsWrittenWith(start.id)) {
    bindingMentions(link, file, binding).forEach(next);
  }
  for (const fact of file.facts.exports) {
    if (fact.value === start.id) link.mentions.importedUses(file, fact.name).forEach(next);
  }
  if (parent === NONE) return;
  const fact = factOf(sibling(start, parent));
  switch (fact.kind) {
    case 'call':
      useInCall(link, start, sibling(start, parent), depth, result, seen);
      break;
    case 'member':
      if (fact.object === start.id && (fact.name === 'bind' || fact.name === 'call' || fact.name === 'apply')) {
        useOfBound(start, sibling(start, parent), fact.name, next, result);
      }
      break;
    case 'object':
    case 'array':
      next(sibling(start, parent));
      break;
    case 'conditional':
    case 'logical':
    case 'cast':
    case 'await':
    case 'spread':
      next(sibling(start, parent));
      break;
    default:
  }
}

function useInCall(
  link: Linking,
  value: FileValue,
  call: FileValue,
  depth: number,
  result: FunctionUse[],
  seen: Set<number>,
): void {
  const fact = factOf(call);
  if (fact.kind !== 'call') return;
  if (fact.callee === value.id) {
    const isHeld = factOf(value).kind === 'object' || factOf(value).kind === 'array';
    if (!isHeld) result.push({ kind: 'call', call, shift: 0 });
    return;
  }
  const index = fact.args.indexOf(value.id);
  if (index < 0) return;
  result.push({ kind: 'argument', call, index, property: null });
  // A wrapper of a library (`asyncHandler(fn)`) most likely returns a function that runs this one.
  if (wrapsFunction(link, call)) climbFrom(link, call, depth + 1, result, seen);
}

/** A library call with a result that stands where a function is expected: an argument, a variable, an export. */
function wrapsFunction(link: Linking, call: FileValue): boolean {
  const fact = factOf(call);
  if (fact.kind !== 'call' || fact.isNew) return false;
  const callee = link.resolve(sibling(call, fact.callee));
  return callee.every((entity) => {
    if (entity.kind === 'api') return link.models.callbacks(entity.path).length === 0;
    return entity.kind === 'unknown';
  });
}

function useOfBound(
  value: FileValue,
  member: FileValue,
  method: string,
  next: (value: FileValue) => void,
  result: FunctionUse[],
): void {
  const callId = member.file.parentOf(member.id);
  const call = callId === NONE ? null : factOf(sibling(member, callId));
  if (call === null || call.kind !== 'call' || call.callee !== member.id) return;
  if (method === 'bind') next(sibling(value, callId));
  else if (method === 'call') result.push({ kind: 'call', call: sibling(value, callId), shift: -1 });
}

/** Mentions of a binding in its own file and, when exported, in others. */
function bindingMentions(link: Linking, file: IndexedFile, binding: number): FileValue[] {
  const result: FileValue[] = (file.facts.bindings[binding]?.uses ?? []).map((id) => ({ file, id }));
  for (const fact of file.facts.exports) {
    if (fact.binding === binding) result.push(...link.mentions.importedUses(file, fact.name));
  }
  return result;
}
