/** The walk at a name: what was assigned to it, put into it, or imported under it. */
import { type FileValue, type Linking, indexed } from '../linking.js';
import { importedValues } from '../resolve/reference.js';
import { additionsToBinding } from './additions.js';
import { stepIntoArguments } from './passed.js';
import { factOf } from '../value-graph.js';
import { barrierByReplacement } from './barriers/index.js';
import { replacedAt } from './replaced-fields.js';
import type { Visit, Walk } from './visit.js';

export function stepIntoReference(link: Linking, walk: Walk, visit: Visit): void {
  const { ref } = visit;
  const fact = factOf(ref);
  if (fact.kind !== 'reference') return;
  if (fact.binding < 0) {
    if (fact.name === 'arguments') return stepIntoArguments(link, walk, visit);
    if (fact.name === 'undefined' || fact.name === 'NaN' || fact.name === 'Infinity') return walk.end(visit, 'constant', '');
    return walk.end(visit, 'library', `global ${fact.name}`);
  }
  const binding = ref.file.facts.bindings[fact.binding];
  if (binding === undefined) return walk.end(visit, 'unknown', fact.name);
  if (binding.kind === 'import') return stepIntoImport(link, walk, visit, fact.binding, fact.name);
  if (visit.path.length === 0 && (binding.kind === 'function' || binding.kind === 'class')) return walk.end(visit, 'constant', '');
  const definitions = link.definitionsAt(ref.file, ref.id);
  for (const definition of definitions) {
    const barrier = walk.seesThrough || definitions.length < 2 ? null : barrierByReplacement(link, ref, indexed(definition), walk.sink, visit.beneath);
    if (barrier !== null) {
      walk.end(visit, barrier, '');
      continue;
    }
    const isParameter = factOf(definition).kind === 'parameter';
    walk.go(visit, definition, { text: isParameter ? '' : `is kept in "${fact.name}"` });
  }
  const additions = additionsToBinding(link, walk, visit, fact.binding);
  if (definitions.length === 0 && additions === 0) walk.end(visit, 'unknown', fact.name);
}

/** `data.id = null; create(data)`: whatever `data` held as its `id` before, this is given on. */
export function stepIntoReplaced(walk: Walk, visit: Visit): boolean {
  const fact = factOf(visit.ref);
  const [name, ...path] = visit.path;
  const replaced = fact.kind !== 'reference' || name === undefined ? [] : replacedAt(visit.ref, name);
  for (const value of replaced) walk.go(visit, value, { path, text: `is kept in "${name}"` });
  return replaced.length > 0;
}

function stepIntoImport(link: Linking, walk: Walk, visit: Visit, binding: number, name: string): void {
  const { file } = visit.ref;
  const imported = file.importOf(binding);
  if (imported?.kind === 'namespace' && visit.path.length > 0) {
    const target = link.modules.resolve(file, imported.specifier);
    if (target.kind === 'file') {
      const values = link.exportedValues(target.file as FileValue['file'], visit.path[0]!);
      for (const value of values) walk.go(visit, value, { path: visit.path.slice(1), text: `is exported as "${visit.path[0]}"` });
      if (values.length > 0) return;
    }
  }
  const values = importedValues(link, file, binding);
  for (const value of values) walk.go(visit, value, { text: `is exported as "${name}"` });
  if (values.length === 0) walk.end(visit, 'library', imported?.specifier ?? name);
}
