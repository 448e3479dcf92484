/** Where in the program a role may be played: values by the names they go by, and the ways in which each may be used. */
import type { ValueFact } from '../contracts/facts.js';
import type { RoleEntry } from '../contracts/rules.js';
import { type FileValue, type Linking, sibling } from './linking.js';
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
      return [{ use: 'call', subject }, { use: 'decorator', subject }, ...passed];
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
  return parent.properties.find((property) => property.value === value.id)?.name ?? null;
}

/** `require(name)`, `import(name)`: which module is loaded is computed. */
export function isComputedLoad(fact: ValueFact): boolean {
  return fact.kind === 'module' && fact.specifier === null && fact.specifierValue >= 0;
}

/** Stands for calls whose callee is a plain variable or import. */
export const CALLED_VARIABLE = '()';

/** Values by the last name under which they may be known; '' where the name says nothing (a variable that holds a function). */
export function collectCandidates(link: Linking): Map<string, FileValue[]> {
  const map = new Map<string, FileValue[]>();
  const names = link.models.searchNames();
  const add = (name: string, value: FileValue) => {
    if (name !== '' && name !== CALLED_VARIABLE && !names.has(name)) return;
    const list = map.get(name);
    if (list === undefined) map.set(name, [value]);
    else list.push(value);
  };
  for (const file of link.files.values()) {
    file.facts.values.forEach((fact, id) => {
      if (fact.kind === 'module' && isComputedLoad(fact)) add('require', { file, id });
      if (fact.kind !== 'call' && fact.kind !== 'object' && fact.kind !== 'template' && fact.kind !== 'member') return;
      const value = { file, id };
      if (fact.kind === 'call') addCall(value, fact, add);
      else if (fact.kind === 'object') {
        for (const property of fact.properties) if (property.name !== null) add(property.name, { file, id: property.value });
      }
      else if (fact.kind === 'template' && fact.tag >= 0) for (const name of calleeNames(value, fact.tag)) add(name, value);
      else if (fact.kind === 'member') {
        add(fact.name ?? '', value);
        const holder = nameOfHolder(value, fact.object, 0);
        if (holder !== '') add(`${holder}.*`, value);
      }
    });
    for (const write of file.facts.memberWrites) if (write.name !== null) add(write.name, { file, id: write.object });
    for (const decorator of decoratorsOf(file)) {
      for (const name of calleeNames({ file, id: decorator }, decorator)) add(name, { file, id: decorator });
    }
  }
  return map;
}

/** Under the names of its callee, and of what is handed to it. */
function addCall(value: FileValue, fact: Extract<ValueFact, { kind: 'call' }>, add: (name: string, value: FileValue) => void): void {
  const names = new Set(calleeNames(value, fact.callee));
  for (const argument of fact.args) for (const name of passedNames(value, argument)) names.add(name);
  if (mayHoldAnything(value, fact.callee)) names.add(CALLED_VARIABLE);
  for (const name of names) add(name, value);
}

/** A variable or an import, but no function or class of this file, which is just that. */
function mayHoldAnything(value: FileValue, calleeId: number): boolean {
  const callee = value.file.facts.values[calleeId];
  if (callee?.kind !== 'reference') return false;
  const binding = callee.binding < 0 ? undefined : value.file.facts.bindings[callee.binding];
  return binding === undefined || (binding.kind !== 'function' && binding.kind !== 'class') || binding.writes.length > 1;
}

/** The names of what is handed to a call: an imported thing, a whole module, the result of a call. */
function passedNames(value: FileValue, argument: number): string[] {
  const passed = value.file.facts.values[argument];
  if (passed?.kind === 'module') return passed.specifier === null ? [] : [passed.specifier];
  if (passed?.kind !== 'reference' && passed?.kind !== 'member' && passed?.kind !== 'call') return [];
  const names = calleeNames(value, passed.kind === 'call' ? passed.callee : argument);
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

/** The names that a callee goes by: its own, its imported one, its package for a default import; '' for a variable. */
function calleeNames(value: FileValue, calleeId: number): string[] {
  const { file } = value;
  const callee = file.facts.values[calleeId];
  if (callee === undefined) return [];
  if (callee.kind === 'member') return [callee.name ?? ''];
  if (callee.kind !== 'reference') return [''];
  const imported = callee.binding < 0 ? undefined : file.importOf(callee.binding);
  if (imported !== undefined) return [imported.kind === 'named' ? imported.name : imported.specifier, imported.specifier, callee.name];
  const binding = callee.binding < 0 ? undefined : file.facts.bindings[callee.binding];
  if (binding === undefined || binding.kind === 'function' || binding.kind === 'class') return [callee.name];
  return [callee.name, ''];
}
