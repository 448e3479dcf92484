import type { FileFacts, ValueId } from '../../src/contracts/facts.js';
import { NONE } from '../../src/contracts/facts.js';
import { extractSource } from '../../src/extract/extract-source.js';

/** Facts of a TypeScript snippet. */
export function factsOf(text: string, path = 'source.ts'): FileFacts {
  return extractSource(path, text);
}

/** All values written to a name, in source order, each as `show` prints it. */
export function writesOf(text: string, name: string, path?: string): string[] {
  const facts = factsOf(text, path);
  const bindings = facts.bindings.filter((binding) => binding.name === name);
  return bindings.flatMap((binding) => binding.writes.map((write) => show(facts, write.value)));
}

/** The value of `const x = <expression>`. */
export function valueOf(expression: string, path?: string): string {
  return writesOf(`const x = ${expression}`, 'x', path)[0] ?? 'nothing';
}

/** A value as a readable expression of its kinds, e.g. `default(member(call(f), "a"), 1)`. */
export function show(facts: FileFacts, id: ValueId): string {
  const value = facts.values[id];
  if (id === NONE || !value) return 'none';
  const of = (operand: ValueId): string => show(facts, operand);
  const all = (operands: readonly ValueId[]): string[] => operands.map(of);
  const node = (kind: string, ...parts: string[]): string => `${kind}(${parts.join(', ')})`;
  switch (value.kind) {
    case 'literal':
      if (value.type === 'regexp') return `/${String(value.value)}/${value.flags ?? ''}`;
      if (value.type === 'bigint') return `${String(value.value)}n`;
      return value.type === 'undefined' ? 'undefined' : JSON.stringify(value.value);
    case 'reference':
      return value.binding === NONE ? `global ${value.name}` : value.name;
    case 'template':
      return node('template', JSON.stringify(value.texts), ...all(value.parts), ...(value.tag === NONE ? [] : [`tag ${of(value.tag)}`]));
    case 'concat':
      return node('concat', ...all(value.parts));
    case 'binary':
      return node(value.operator, of(value.left), of(value.right));
    case 'logical':
      return node(value.operator, of(value.left), of(value.right));
    case 'unary':
      return node(value.operator, of(value.operand));
    case 'conditional':
      return node('conditional', of(value.test), of(value.whenTrue), of(value.whenFalse));
    case 'member': {
      const name = value.name === null ? `[${of(value.index)}]` : JSON.stringify(value.name);
      return node(value.optional ? 'member?' : 'member', of(value.object), name);
    }
    case 'call':
      return node(value.isNew ? 'new' : 'call', of(value.callee), ...all(value.args));
    case 'object':
      return `{${value.properties.map((property) => `${property.name ?? property.kind}: ${of(property.value)}`).join(', ')}}`;
    case 'array':
      return `[${all(value.elements).join(', ')}]`;
    case 'function':
      return `function ${facts.functions[value.function]?.name || '?'}`;
    case 'class':
      return `class ${facts.classes[value.class]?.name || '?'}`;
    case 'parameter':
      return `parameter ${value.rest ? '...' : ''}${value.index}`;
    case 'await':
    case 'yield':
    case 'spread':
      return node(value.kind, of(value.operand));
    case 'element':
      return node(value.key ? 'key' : 'element', of(value.of));
    case 'rest':
      return node('rest', of(value.of), ...value.without);
    case 'this':
      return value.isSuper ? 'super' : 'this';
    case 'module':
      return value.meta ? 'import.meta' : node('module', value.specifier === null ? of(value.specifierValue) : JSON.stringify(value.specifier));
    case 'caught':
      return 'caught';
    case 'cast':
      return node('cast', of(value.operand), value.type.name);
    case 'jsx':
      return node('jsx', value.name, ...value.attributes.map((property) => `${property.name ?? '...'}=${of(property.value)}`), ...all(value.children));
    case 'unknown':
      return 'unknown';
  }
}
