/** What is done with a path at one mention. */
import { NONE } from '../../contracts/facts.js';
import type { ConcatValue, TemplateValue, ValueId } from '../../contracts/facts.js';
import type { Program, ValueRef } from '../../contracts/program.js';
import { usesIn } from '../file-uses.js';
import { writtenName } from '../../contracts/written-name.js';

/** `kept`: somebody else has it, too, and may remove what is there. */
export type PathUse = { kind: 'removes'; call: ValueId } | { kind: 'used' | 'kept' | 'returned' };

/** Names of functions that remove what they are given. */
const REMOVING = /^(?:unlink|rm|rmdir|remove|delete|del|rimraf|clean|cleanup|purge|destroy|dispose|discard|unlinkSync|rmSync)$|(?:unlink|remove|delete|clean_?up|purge|destroy|dispose|discard|erase|sweep)/i;
/** Methods that put what they are given into a list. */
const KEEPING = /^(?:push|add|set|unshift|register|track|defer|use|emit|resolve)$/;
const MAXIMUM_CALLS = 3;

export function useOfPath(reference: ValueRef, program: Program, depth = 0): PathUse {
  const { file, id } = reference;
  const parent = file.parentOf(id);
  if (parent === NONE) {
    if (usesIn(file).returnedBy(id).length > 0) return { kind: 'returned' };
    return { kind: usesIn(file).writtenTo(id).length > 0 ? 'kept' : 'used' };
  }
  const fact = file.facts.values[parent]!;
  switch (fact.kind) {
    case 'call':
      return fact.callee === id ? { kind: 'used' } : useAsArgument(reference, { file, id: parent }, program, depth);
    case 'await':
    case 'cast':
    case 'logical':
    case 'conditional':
      return useOfPath({ file, id: parent }, program, depth);
    case 'object':
    case 'spread':
    case 'yield':
      return { kind: 'kept' };
    case 'template':
    case 'concat':
      return { kind: isRemovedByShell(fact, id, reference) ? 'kept' : 'used' };
    case 'member':
      return fact.object === id ? useOfMember({ file, id: parent }, fact.name ?? '', program, depth) : { kind: 'used' };
    case 'array':
      return useOfPath({ file, id: parent }, program, depth).kind === 'used' ? { kind: 'used' } : { kind: 'kept' };
    default:
      return { kind: 'used' };
  }
}

const REMOVES_NEXT = /\brm\s+(?:-\w+\s+)*["']?$/;

/** `rm ${path}`: a shell does it, whenever it comes to it. */
function isRemovedByShell(fact: TemplateValue | ConcatValue, id: ValueId, { file }: ValueRef): boolean {
  const index = fact.parts.indexOf(id);
  if (fact.kind === 'template') return REMOVES_NEXT.test(fact.texts[index] ?? '');
  const before = file.facts.values[fact.parts[index - 1] ?? NONE];
  return before?.kind === 'literal' && REMOVES_NEXT.test(String(before.value));
}

/** `file.name`, `file.path` of what a library gives for a file; `file.removeCallback()`. */
function useOfMember(member: ValueRef, name: string, program: Program, depth: number): PathUse {
  if (/^(?:name|path)$/.test(name)) return useOfPath(member, program, depth);
  const parent = member.file.parentOf(member.id);
  const call = parent === NONE ? undefined : member.file.facts.values[parent]!;
  return call?.kind === 'call' && call.callee === member.id && REMOVING.test(name) ? { kind: 'removes', call: parent } : { kind: 'used' };
}

function useAsArgument(reference: ValueRef, call: ValueRef, program: Program, depth: number): PathUse {
  const fact = program.fact(call);
  if (fact.kind !== 'call') return { kind: 'used' };
  if (program.rolesAt(call).some(({ role }) => role === 'file.delete')) return { kind: 'removes', call: call.id };
  const callee = call.file.facts.values[fact.callee]!;
  const name = writtenName(callee) ?? '';
  if (REMOVING.test(name)) return { kind: 'removes', call: call.id };
  if (KEEPING.test(name) || fact.isNew) return { kind: 'kept' };
  const index = fact.args.indexOf(reference.id);
  const callees = depth >= MAXIMUM_CALLS ? [] : program.callees(call);
  const inside = callees.flatMap((ref) => {
    const binding = program.functionFact(ref).parameters[index]?.binding ?? NONE;
    return (binding === NONE ? [] : ref.file.facts.bindings[binding]!.uses).map((use) => useOfPath({ file: ref.file, id: use }, program, depth + 1));
  });
  if (inside.some(({ kind }) => kind === 'removes')) return { kind: 'removes', call: call.id };
  return { kind: inside.some(({ kind }) => kind === 'kept') ? 'kept' : 'used' };
}
