/** Is a text put together from parts (as opposed to passed along whole)? */
import type { ValueRef } from '../../contracts/program.js';
import type { Evaluation } from '../evaluation.js';
import { keyOf } from '../file-uses.js';

/** Methods of strings and lists, and functions, whose result is put together from what goes in. */
const BUILDERS = new Set(['join', 'concat', 'replace', 'replaceAll', 'format', 'padStart', 'padEnd', 'repeat']);
/** Methods that hand a built text on. */
const KEEPERS = new Set(['trim', 'trimStart', 'trimEnd', 'toString', 'toLowerCase', 'toUpperCase', 'normalize', 'slice', 'substring', 'valueOf']);
const MAX_VALUES = 200;

export function isBuiltText(value: ValueRef, evaluation: Evaluation): boolean {
  return look(value, evaluation, new Set());
}

function look(value: ValueRef, evaluation: Evaluation, seen: Set<string>): boolean {
  if (seen.has(keyOf(value)) || seen.size >= MAX_VALUES) return false;
  seen.add(keyOf(value));
  const { program } = evaluation;
  return program.sourcesOf(value).some((source) => {
    const fact = program.fact(source);
    const next = (id: number) => look({ file: source.file, id }, evaluation, seen);
    switch (fact.kind) {
      case 'concat':
        return true;
      case 'template':
        // A tag decides itself what becomes of the parts; some, such as String.raw, only join them.
        return fact.parts.length > 0 && (fact.tag < 0 || program.rolesAt(source).some((site) => site.role === 'text.tag.joining'));
      case 'object':
        // `{ text, values }` and `{ sql }`: the statement is a property.
        return fact.properties.some((property) => ['text', 'sql', 'query', 'statement'].includes(property.name ?? '') && next(property.value));
      case 'call': {
        const callee = program.fact({ file: source.file, id: fact.callee });
        if (callee.kind !== 'member' || callee.name === null) return callee.kind === 'reference' && callee.name === 'format';
        return BUILDERS.has(callee.name) || (KEEPERS.has(callee.name) && next(callee.object));
      }
      default:
        return false;
    }
  });
}
