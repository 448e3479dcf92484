/** Start-up checks written by hand: a throw (or an exit) when a variable is missing, directly, in a loop over names, or in a helper. */
import type { ValueRef } from '../../contracts/program.js';
import type { IndexedFile } from '../indexed-file.js';
import { type FileValue, type Linking, sibling } from '../linking.js';
import { factOf, keyOf } from '../value-graph.js';

/** Which variable each known read reads, by `keyOf`. */
type Names = ReadonlyMap<number, string>;

/** Names of variables that a file checks, with the place of the check. */
export function handWrittenChecks(link: Linking, file: IndexedFile, names: Names): Map<string, ValueRef> {
  const checks = new Map<string, ValueRef>();
  for (const block of file.facts.blocks) {
    if (block.kind !== 'then' || !block.exits || block.exitKind === 'break' || block.condition < 0) continue;
    if (block.exitKind === 'return' || block.exitKind === 'continue') continue;
    for (const name of namesTested(link, { file, id: block.condition }, names, 0)) {
      if (!checks.has(name)) checks.set(name, { file, id: block.condition });
    }
  }
  for (const site of link.sitesOf('assert.truthy')) {
    if (site.value.file !== file) continue;
    const asserted = link.argument(site, 'value');
    if (asserted === null) continue;
    for (const name of namesRead(link, asserted as FileValue, names)) if (!checks.has(name)) checks.set(name, site.value);
  }
  return checks;
}

/** Variables whose absence a condition looks for. */
function namesTested(link: Linking, condition: FileValue, names: Names, depth: number): string[] {
  if (depth > 8) return [];
  const fact = factOf(condition);
  const inside = (id: number) => namesTested(link, sibling(condition, id), names, depth + 1);
  switch (fact.kind) {
    case 'unary':
      return fact.operator === '!' ? namesRead(link, sibling(condition, fact.operand), names) : [];
    case 'logical':
      return fact.operator === '||' ? [...inside(fact.left), ...inside(fact.right)] : inside(fact.left);
    case 'binary':
      if (fact.operator.startsWith('==')) return namesRead(link, sibling(condition, fact.left), names);
      return missingNames(link, condition, names);
    default:
      return missingNames(link, condition, names);
  }
}

/** The names of the variables that a value reads; several when the name runs through a list of constants. */
function namesRead(link: Linking, value: FileValue, names: Names): string[] {
  const sources = carriers(link, receiverOf(value));
  const known = sources.flatMap((source) => names.get(keyOf(source)) ?? []);
  // A helper's own read names what all its callers ask for; the call names one.
  if (known.length > 0) return known;
  return sources.flatMap((source) => {
    const read = link.rolesAt(source).find((site) => site.role === 'env.read');
    if (read !== undefined) {
      const last = /([^.#:]+)$/.exec(read.path)?.[1];
      if (last !== undefined && last !== '*' && !last.endsWith(')')) return [last];
    }
    const fact = factOf(source);
    if (fact.kind !== 'member' || fact.index < 0) return [];
    if (!link.rolesAt(sibling(source, fact.object)).some((site) => site.role === 'env.all')) return [];
    return listedNames(link, sibling(source, fact.index));
  });
}

/** `process.env.X` in `process.env.X?.trim()`. */
function receiverOf(value: FileValue): FileValue {
  let current = value;
  for (let step = 0; step < 6; step += 1) {
    const fact = factOf(current);
    const callee = fact.kind === 'call' && !fact.isNew ? factOf(sibling(current, fact.callee)) : null;
    if (callee?.kind !== 'member' || !/^(trim|toString|toLowerCase|toUpperCase)$/.test(callee.name ?? '')) return current;
    current = sibling(current, callee.object);
  }
  return current;
}

/** The value, what its variable was set to (a call of a helper among it), and where that comes from. */
function carriers(link: Linking, value: FileValue): readonly ValueRef[] {
  const set = factOf(value).kind === 'reference' ? link.definitionsAt(value.file, value.id) : [];
  const unique = new Map([value, ...set, ...link.sourcesOf(value)].map((each) => [keyOf(each), each]));
  return [...unique.values()];
}

/** Constants that a loop variable or callback parameter runs through. */
export function listedNames(link: Linking, index: FileValue): string[] {
  const { origins } = link.trace(index, { sink: 'value' });
  return origins.flatMap((origin) => {
    const fact = factOf(origin.value);
    return origin.kind === 'constant' && fact.kind === 'literal' && typeof fact.value === 'string' ? [fact.value] : [];
  });
}

/** `const missing = REQUIRED.filter((name) => !process.env[name]); if (missing.length > 0) throw …`. */
function missingNames(link: Linking, condition: FileValue, names: Names): string[] {
  const fact = factOf(condition);
  const lengthOf = fact.kind === 'binary' ? sibling(condition, fact.left) : condition;
  const member = factOf(lengthOf);
  if (member.kind !== 'member' || member.name !== 'length') return [];
  return link.sourcesOf(sibling(lengthOf, member.object)).flatMap((source) => {
    const call = factOf(source);
    const callback = call.kind === 'call' && call.args[0] !== undefined ? factOf(sibling(source, call.args[0])) : null;
    if (callback?.kind !== 'function') return [];
    const returned = source.file.facts.functions[callback.function]?.returns ?? [];
    return returned.flatMap((id) => namesTested(link, sibling(source, id), names, 4));
  });
}
