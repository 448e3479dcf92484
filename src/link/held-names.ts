/**
 * The name by which what a variable holds is known, told from the text alone: `t` for `const { t } = useTranslation()` of a
 * package. Searching for roles starts from names; a variable that may hold anything has to be followed each time.
 */
import { NONE, type ValueFact, type ValueId } from '../contracts/facts.js';
import type { IndexedFile } from './indexed-file.js';
import type { Linking } from './linking.js';

/** It cannot be told without following it. */
export const ANYTHING = null;
/** A function of the program, which is just that. */
export const OWN_FUNCTION = '';

const MAXIMUM_DEPTH = 8;
const FUNCTION_METHODS = new Set(['bind', 'call', 'apply']);

/**
 * @returns the last name of the API path of what the variable holds; `OWN_FUNCTION` or `ANYTHING`. A name that some model
 *   gives another name to is `ANYTHING` as well.
 */
export function nameHeld(link: Linking, file: IndexedFile, binding: number): string | null {
  const fact = file.facts.bindings[binding];
  if (fact === undefined || fact.writes.length !== 1) return ANYTHING;
  const value = fact.writes[0]!.value;
  if (file.facts.values[value]?.kind === 'function') return OWN_FUNCTION;
  const name = nameOf(link, file, value, 0);
  return name === null || name === '' || link.models.isRenamed(name) ? ANYTHING : name;
}

function nameOf(link: Linking, file: IndexedFile, id: ValueId, depth: number): string | null {
  const fact = file.facts.values[id];
  if (fact === undefined || depth > MAXIMUM_DEPTH) return null;
  switch (fact.kind) {
    case 'member':
      return fact.name !== 'default' && isExternal(link, file, fact.object, depth + 1) ? fact.name : null;
    case 'call':
      return isPlainCall(link, file, fact) ? nameOf(link, file, fact.callee, depth + 1) : null;
    case 'await':
      return nameOf(link, file, fact.operand, depth + 1);
    case 'reference':
      return nameOfReference(link, file, fact, depth);
    default:
      return null;
  }
}

function nameOfReference(link: Linking, file: IndexedFile, fact: Extract<ValueFact, { kind: 'reference' }>, depth: number): string | null {
  if (fact.binding === NONE) return isGlobal(fact.name) ? fact.name : null;
  const imported = file.importOf(fact.binding);
  if (imported !== undefined) {
    if (link.modules.resolve(file, imported.specifier).kind === 'file') return null;
    return imported.kind === 'named' && imported.name !== 'default' ? imported.name : imported.specifier;
  }
  const held = onlyValue(file, fact.binding);
  return held === NONE ? null : nameOf(link, file, held, depth + 1);
}

/** Does the chain start at a package or a global, so that all of it is a library's? */
function isExternal(link: Linking, file: IndexedFile, id: ValueId, depth: number): boolean {
  const fact = file.facts.values[id];
  if (fact === undefined || depth > MAXIMUM_DEPTH) return false;
  switch (fact.kind) {
    case 'member':
      return isExternal(link, file, fact.object, depth + 1);
    case 'call':
      return (fact.isNew || isPlainCall(link, file, fact)) && isExternal(link, file, fact.callee, depth + 1);
    case 'await':
      return isExternal(link, file, fact.operand, depth + 1);
    case 'module':
      return fact.specifier !== null && link.modules.resolve(file, fact.specifier).kind === 'package';
    case 'reference': {
      if (fact.binding === NONE) return isGlobal(fact.name);
      const imported = file.importOf(fact.binding);
      if (imported !== undefined) return link.modules.resolve(file, imported.specifier).kind === 'package';
      const held = onlyValue(file, fact.binding);
      return held !== NONE && isExternal(link, file, held, depth + 1);
    }
    default:
      return false;
  }
}

/** Not `new`, not `f.bind(…)`, and nothing of which a model says that it gives back an argument or something of another name. */
function isPlainCall(link: Linking, file: IndexedFile, call: Extract<ValueFact, { kind: 'call' }>): boolean {
  if (call.isNew) return false;
  const callee = file.facts.values[call.callee];
  if (callee?.kind === 'member') return callee.name !== null && !FUNCTION_METHODS.has(callee.name) && !link.models.isRenamed(callee.name);
  if (callee?.kind !== 'reference') return true;
  const imported = callee.binding < 0 ? undefined : file.importOf(callee.binding);
  return !link.models.isRenamed(callee.name) && (imported === undefined || (!link.models.isRenamed(imported.name) && !link.models.isRenamed(imported.specifier)));
}

function onlyValue(file: IndexedFile, binding: number): ValueId {
  const writes = file.facts.bindings[binding]?.writes;
  return writes?.length === 1 ? writes[0]!.value : NONE;
}

function isGlobal(name: string): boolean {
  return name !== 'undefined' && name !== 'module' && name !== 'exports';
}
