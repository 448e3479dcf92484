/** Where in the program a role may be played: values by the names they go by, and the ways in which each may be used. */
import { append } from '../contracts/multimap.js';
import type { ValueFact } from '../contracts/facts.js';
import type { RoleEntry } from '../contracts/models.js';
import { type FileValue, type Linking, sibling } from './linking.js';
import { handedCall } from './handed-calls.js';
import { ANYTHING, OWN_FUNCTION, nameHeld } from './held-names.js';
import { CALLED_VARIABLE, USE_BITS } from './model-index.js';
import { isDecorationName } from './resolve/decorated-members.js';
import { mayBeNamed } from './resolve/member.js';
import type { RoleNames } from './role-names.js';
import { factOf } from './value-graph.js';

type Use = RoleEntry['use'];

/** In which uses a value may appear, and which value must be a library's thing for that. */
export function usesOfValue(value: FileValue, fact: ValueFact): { use: Use; subject: FileValue }[] {
  switch (fact.kind) {
    case 'call': {
      const subject = sibling(value, fact.callee);
      const passed = fact.args.map((argument) => ({ use: 'passed', subject: sibling(value, argument) }) as const);
      const parent = superclassOf(subject);
      if (parent !== null) return [{ use: 'new', subject: parent }, ...passed];
      if (fact.isNew) return [{ use: 'new', subject }, ...passed];
      const handed = handedCall(value, fact);
      const run = handed === null ? [] : [{ use: 'call', subject: sibling(value, handed.callee) } as const];
      return [{ use: 'call', subject }, ...run, { use: 'decorator', subject }, ...passed];
    }
    case 'template':
      return fact.tag < 0 ? [] : [{ use: 'tag', subject: sibling(value, fact.tag) }];
    case 'member':
      return [{ use: 'read', subject: value }];
    case 'reference':
      return [
        { use: 'read', subject: value },
        { use: 'decorator', subject: value },
      ];
    case 'parameter':
    case 'element':
      return [{ use: 'read', subject: value }];
    default:
      return [];
  }
}

/** `super(…)` in a subclass constructs what the class extends. */
function superclassOf(callee: FileValue): FileValue | null {
  const fact = factOf(callee);
  if (fact.kind !== 'this' || !fact.isSuper) return null;
  const parent = callee.file.facts.classes[fact.class]?.superClass ?? -1;
  return parent < 0 ? null : sibling(callee, parent);
}

/** The property of an object literal whose value this is. */
export function propertyNameOf(value: FileValue): string | null {
  const parent = value.file.facts.values[value.file.parentOf(value.id)];
  if (parent?.kind !== 'object') return null;
  if (parent.properties.length <= SHORT) return parent.properties.find((property) => property.value === value.id)?.name ?? null;
  let names = NAMES.get(parent);
  if (names === undefined) NAMES.set(parent, (names = new Map([...parent.properties].reverse().map((property) => [property.value, property.name]))));
  return names.get(value.id) ?? null;
}

/** Literals of more properties (tables, translations) are asked about each of them. */
const SHORT = 32;
const NAMES = new WeakMap<ValueFact, Map<number, string | null>>();

/** `require(name)`, `import(name)`: which module is loaded is computed. */
export function isComputedLoad(fact: ValueFact): boolean {
  return fact.kind === 'module' && fact.specifier === null && fact.specifierValue >= 0;
}

const { call: CALL, new: NEW, decorator: DECORATOR, passed: PASSED, method: METHOD, read: READ, write: WRITE, property: PROPERTY, tag: TAG, assigned: ASSIGNED } = USE_BITS;
const CALL_USES = CALL | NEW | DECORATOR | PASSED | METHOD;
/** What a value of a kind may be used as, by what it is itself. */
const USES_BY_KIND: Readonly<Partial<Record<ValueFact['kind'], number>>> = { call: CALL_USES, template: TAG, member: READ, reference: READ | DECORATOR, parameter: READ, module: CALL };

/**
 * Notes a value under a name by which it may be found, unless nothing of that name plays a role in any of the uses (bits of
 * `USE_BITS`) that the value may have.
 */
type Add = (name: string, value: FileValue, uses: number) => void;

/** Values by the last name under which they may be known; '' where the name says nothing (a variable that holds a function). */
export function collectCandidates(link: Linking, names: RoleNames): Map<string, FileValue[]> {
  const map = new Map<string, FileValue[]>();
  const add: Add = (name, value, uses) => {
    if (name !== '' && (names.usesOf(name) & uses) === 0) return;
    append(map, name, value);
  };
  for (const file of link.files.values()) {
    const { values, memberWrites } = file.facts;
    for (let id = 0; id < values.length; id += 1) addValue(link, { file, id }, values[id]!, add);
    for (const write of memberWrites) if (write.name !== null) add(write.name, { file, id: write.object }, WRITE | ASSIGNED | usesOf(values[write.object]));
    for (const decorator of decoratorsOf(file)) {
      for (const name of calleeNames(link, { file, id: decorator }, decorator)) add(name, { file, id: decorator }, READ | DECORATOR);
    }
  }
  return map;
}

function usesOf(fact: ValueFact | undefined): number {
  return fact === undefined ? 0 : (USES_BY_KIND[fact.kind] ?? 0);
}

function addValue(link: Linking, value: FileValue, fact: ValueFact, add: Add): void {
  if (fact.kind === 'module' && isComputedLoad(fact)) add('require', value, CALL);
  else if (fact.kind === 'call') addCall(link, value, fact, add);
  else if (fact.kind === 'object') {
    for (const property of fact.properties) {
      if (property.name !== null) add(property.name, { file: value.file, id: property.value }, PROPERTY | usesOf(value.file.facts.values[property.value]));
    }
  } else if (fact.kind === 'template' && fact.tag >= 0) for (const name of calleeNames(link, value, fact.tag)) add(name, value, TAG);
  else if (fact.kind === 'member') {
    const holder = nameOfHolder(value, fact.object, 0);
    if (fact.name !== null) add(fact.name, value, READ);
    else if (holder === '' || mayBeNamed(value, fact)) add('', value, READ);
    if (holder !== '') add(`${holder}.*`, value, READ);
  }
}

/** Under the names of its callee, and of what is handed to it. */
function addCall(link: Linking, value: FileValue, fact: Extract<ValueFact, { kind: 'call' }>, add: Add): void {
  const names = new Set(calleeNames(link, value, fact.callee));
  const handed = handedCall(value, fact);
  if (handed !== null) for (const name of calleeNames(link, value, handed.callee)) names.add(name);
  for (const argument of fact.args) for (const name of passedNames(value, argument)) names.add(name);
  if (mayBeInstance(link, value, fact.callee)) names.add(CALLED_VARIABLE);
  for (const name of names) add(name, value, CALL_USES);
}

/** Something that is called itself, as `knex('users')` or `app.db('users')`: hung on an application, or held by a variable or an import, and no function or class of this file, which is just that. */
function mayBeInstance(link: Linking, value: FileValue, calleeId: number): boolean {
  const { file } = value;
  const callee = file.facts.values[calleeId];
  if (callee?.kind === 'member') return callee.name !== null && isDecorationName(link, callee.name);
  if (callee?.kind !== 'reference') return false;
  const binding = callee.binding < 0 ? undefined : file.facts.bindings[callee.binding];
  if (binding === undefined) return link.models.normalise(`global:${callee.name}`).endsWith('#');
  const imported = binding.kind === 'import' ? file.importOf(callee.binding) : undefined;
  if (imported !== undefined && link.modules.resolve(file, imported.specifier).kind === 'package') {
    return link.resolveImport(file, callee.binding).some((entity) => entity.kind === 'api' && entity.path.endsWith('#'));
  }
  if ((binding.kind === 'function' || binding.kind === 'class') && binding.writes.length <= 1) return false;
  return nameHeld(link, file, callee.binding) === ANYTHING;
}

/** The names of what is handed to a call: an imported thing, a whole module, the result of a call. */
function passedNames(value: FileValue, argument: number): string[] {
  const passed = value.file.facts.values[argument];
  if (passed?.kind === 'module') return passed.specifier === null ? [] : [passed.specifier];
  if (passed?.kind !== 'reference' && passed?.kind !== 'member' && passed?.kind !== 'call') return [];
  const names = plainNames(value, passed.kind === 'call' ? passed.callee : argument);
  const held = passed.kind === 'reference' ? value.file.facts.bindings[passed.binding]?.writes[0] : undefined;
  const module = held === undefined ? undefined : value.file.facts.values[held.value];
  if (module?.kind === 'module' && module.specifier !== null) names.push(module.specifier);
  return names.filter((name) => name !== '');
}

/** The name of the object that a member is read from: `env` in `process.env.X`, and in `const e = process.env; e.X`. */
function nameOfHolder(value: FileValue, object: number, depth: number): string {
  const { facts } = value.file;
  const holder = facts.values[object];
  if (holder === undefined || depth > 4) return '';
  if (holder.kind === 'member') return holder.name ?? '';
  if (holder.kind === 'logical') return nameOfHolder(value, holder.right, depth + 1);
  if (holder.kind !== 'reference' || holder.binding < 0) return '';
  const imported = value.file.importOf(holder.binding);
  if (imported !== undefined) return imported.kind === 'named' ? imported.name : '';
  const write = facts.bindings[holder.binding]?.writes[0];
  return write === undefined ? '' : nameOfHolder(value, write.value, depth + 1);
}

function decoratorsOf(file: FileValue['file']): number[] {
  const facts = file.facts;
  const all = [
    ...facts.classes.flatMap((fact) => [...fact.decorators, ...fact.members.flatMap((member) => member.decorators)]),
    ...facts.functions.flatMap((fact) => [
      ...fact.decorators,
      ...fact.parameters.flatMap((parameter) => parameter.decorators),
    ]),
  ];
  return [...new Set(all)].filter((id) => facts.values[id]?.kind === 'reference');
}

/** The names that a callee goes by; for a variable also that of what it holds, '' if that may be anything. */
function calleeNames(link: Linking, value: FileValue, calleeId: number): string[] {
  const names = plainNames(value, calleeId);
  const callee = value.file.facts.values[calleeId];
  // `require('got').default(…)` calls what the module is.
  if (callee?.kind === 'member' && callee.name === 'default') return [...names, ...calleeNames(link, value, callee.object)];
  if (callee === undefined || callee.kind === 'member') return names;
  if (callee.kind !== 'reference') return [''];
  const binding = callee.binding < 0 ? undefined : value.file.facts.bindings[callee.binding];
  if (binding === undefined || binding.kind === 'import' || binding.kind === 'function' || binding.kind === 'class') return names;
  const held = nameHeld(link, value.file, callee.binding);
  if (held !== OWN_FUNCTION) names.push(held ?? '');
  return names;
}

/** A thing's own name, its imported one, its package for a default import; '' where it has none. */
function plainNames(value: FileValue, id: number): string[] {
  const fact = value.file.facts.values[id];
  if (fact?.kind === 'member') return [fact.name ?? ''];
  if (fact?.kind !== 'reference') return [];
  const imported = fact.binding < 0 ? undefined : value.file.importOf(fact.binding);
  if (imported !== undefined) return [imported.kind === 'named' ? imported.name : imported.specifier, imported.specifier, fact.name];
  return [fact.name];
}
