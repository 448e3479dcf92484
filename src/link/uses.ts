/**
 * Where a function of the program is used: called directly, through an import, as a method, or handed on as an argument.
 * Both directions hang on this: who calls it (what its parameters are), and what a library will pass to it.
 */
import { type FunctionFact, NONE, type ValueId } from '../contracts/facts.js';
import type { PackageInfo } from '../contracts/inventory.js';
import type { ClassRef, Entity, FunctionRef } from '../contracts/program.js';
import { Climb, bindingMentions } from './climb.js';
import { namesGiven } from './resolve/added-members.js';
import type { IndexedFile } from './indexed-file.js';
import { type FileValue, type FunctionUse, type Linking, sibling } from './linking.js';
import { isSamePlace } from './resolve/entities.js';
import { lineage } from './resolve/member.js';
import { subclassesOf } from './resolve/subclasses.js';
import { factOf } from './value-graph.js';


const MAXIMUM_SUPERCLASSES = 6;

/** Uses of a function, in file and source order of its mentions; at most 400. */
export function usesOf(link: Linking, ref: FunctionRef): FunctionUse[] {
  const file = ref.file as IndexedFile;
  const fact = file.facts.functions[ref.id];
  if (fact === undefined || ref.id === 0) return [];
  const climb = new Climb(link);
  if (fact.kind === 'constructor') {
    constructorUses(link, { file, id: fact.class }, climb, 0);
    return climb.result;
  }
  const own = file.valueOfFunction(ref.id);
  if (own !== NONE) climb.from({ file, id: own });
  for (const name of memberNames(link, file, fact, own)) {
    for (const mention of link.mentions.ownMembersNamed(name)) {
      if (climb.isFull) break;
      if (!mayKnow(mention.file, file)) continue;
      if (link.resolve(mention).some((entity) => isFunction(entity, ref)) || isReadFromSuperclass(link, mention, ref)) climb.from(mention);
    }
  }
  return climb.result;
}

/** `this.run()` in a class that leaves `run` to the classes that extend it. */
function isReadFromSuperclass(link: Linking, mention: FileValue, ref: FunctionRef): boolean {
  const owner = ref.file.facts.functions[ref.id]?.class ?? NONE;
  if (owner === NONE || (ref.file.facts.classes[owner]?.superClass ?? NONE) === NONE) return false;
  const fact = factOf(mention);
  if (fact.kind !== 'member') return false;
  const [, ...above] = lineage(link, { file: ref.file, id: owner });
  if (above.length === 0) return false;
  return link.resolve(sibling(mention, fact.object)).some((entity) => entity.kind === 'instance' && above.some((parent) => isSamePlace(parent, entity.ref)));
}

/** The names under which a function may be read as a member: its own, those of properties that hold it, `default`. */
function memberNames(link: Linking, file: IndexedFile, fact: FunctionFact, own: ValueId): ReadonlySet<string> {
  const names = new Set(propertiesWith(link, file, own));
  const isMember = fact.name !== '' && (fact.class !== NONE || names.size > 0 || isExported(file, own));
  if (isMember) names.add(fact.name);
  // `const { default: plugin } = await import('./plugin')`.
  if (isExported(file, own, 'default')) names.add('default');
  return names;
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

/** Properties that hold the function, also by its name: `export default { list, remove }`, `module.exports.list = list`, `schema.static('list', …)`. */
function propertiesWith(link: Linking, file: IndexedFile, value: ValueId): string[] {
  if (value === NONE) return [];
  const uses = file.bindingsWrittenWith(value).flatMap((binding) => file.facts.bindings[binding]?.uses ?? []);
  return [...propertiesAt(file, [value, ...uses]), ...namesGiven(link, file, value)];
}

/** The properties that one of the values is put into. */
function propertiesAt(file: IndexedFile, values: readonly ValueId[]): string[] {
  return values.flatMap((id) => {
    const around = file.facts.values[file.parentOf(id)];
    const held = around?.kind === 'object' ? around.properties.filter((property) => property.value === id).map((property) => property.name) : [];
    return [...held, ...file.memberWritesWith(id).map((write) => write.name)].filter((name) => name !== null);
  });
}

/** The function itself, or the class that it stands for in the manner of ECMAScript 5. */
function isFunction(entity: Entity, ref: FunctionRef): boolean {
  if (entity.kind === 'function') return isSamePlace(entity.ref, ref);
  if (entity.kind !== 'class' || entity.ref.file !== ref.file) return false;
  const { facts } = entity.ref.file;
  const writes = facts.bindings[facts.classes[entity.ref.id]?.binding ?? NONE]?.writes ?? [];
  return writes.some(({ value }) => {
    const written = facts.values[value];
    return written?.kind === 'function' && written.function === ref.id;
  });
}

/** `new X()`, also of `{ X }` of another file, and `super()` of the classes that extend it; those without a constructor of their own are made by its. */
function constructorUses(link: Linking, ref: ClassRef, climb: Climb, depth: number): void {
  const file = ref.file as IndexedFile;
  const binding = file.facts.classes[ref.id]?.binding ?? NONE;
  if (binding !== NONE) bindingMentions(link, file, binding).forEach((mention) => climb.from(mention));
  for (const name of binding === NONE ? [] : new Set(propertiesAt(file, file.facts.bindings[binding]?.uses ?? []))) {
    for (const mention of link.mentions.ownMembersNamed(name)) {
      if (climb.isFull) break;
      if (mayKnow(mention.file, file) && link.resolve(mention).some((entity) => entity.kind === 'class' && isSamePlace(entity.ref, ref))) climb.from(mention);
    }
  }
  if (depth > MAXIMUM_SUPERCLASSES) return;
  for (const child of subclassesOf(link, ref)) {
    const { facts } = child.file;
    const hasOwn = facts.classes[child.id]?.members.some((member) => member.kind === 'constructor' && member.function !== NONE);
    if (hasOwn !== true) constructorUses(link, child, climb, depth + 1);
    for (const call of hasOwn === true ? facts.calls : []) {
      const fact = facts.values[call];
      const callee = fact?.kind === 'call' ? facts.values[fact.callee] : undefined;
      if (fact?.kind === 'call' && callee?.kind === 'this' && callee.isSuper && callee.class === child.id) climb.from({ file: child.file as IndexedFile, id: fact.callee });
    }
  }
}
