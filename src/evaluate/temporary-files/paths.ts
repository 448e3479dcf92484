/** Paths that a program makes up below the directory for temporary files, one for each run: `join(tmpdir(), randomUUID())`. */
import { NONE } from '../../contracts/facts.js';
import type { ValueId } from '../../contracts/facts.js';
import type { LinkedFile, Program, ValueRef } from '../../contracts/program.js';
import { usesIn } from '../file-uses.js';
import type { HeldPath } from './fate.js';

const MAXIMUM_HOPS = 2;
const JOINS = /^(?:join|resolve)$/;

/** Those in functions that hold a name for the path, and write something there. */
export function pathsBelow(directory: ValueRef, program: Program, hops = 0): HeldPath[] {
  const { file } = directory;
  const { top, isDynamic } = climb(directory, program);
  const around = file.functionAt(file.facts.values[top]!.start);
  const bindings = usesIn(file).bindingsOf(top);
  if (isDynamic) {
    const own = bindings.filter((binding) => file.facts.bindings[binding]!.function === around);
    const opensAt = around === 0 ? null : firstWrite(file, own.flatMap((binding) => file.facts.bindings[binding]!.uses), program);
    return opensAt === null || file.functionAt(file.facts.values[opensAt]!.start) !== around ? [] : [{ file, function: around, bindings: own, opensAt: { at: file.facts.values[opensAt]!.end, value: opensAt } }];
  }
  if (hops >= MAXIMUM_HOPS) return [];
  return bindings.flatMap((binding) => file.facts.bindings[binding]!.uses).flatMap((use) => pathsBelow({ file, id: use }, program, hops + 1));
}

const TEMPORARY = /^\/(?:var\/)?tmp\//;

/** `/tmp/report-${id}.html`, where this call is the first that writes there. */
export function pathWrittenBy(call: ValueRef, path: ValueRef, program: Program): HeldPath | null {
  const { file } = call;
  const reference = path.file === file ? file.facts.values[path.id]! : undefined;
  if (reference?.kind !== 'reference' || reference.binding === NONE) return null;
  const binding = file.facts.bindings[reference.binding]!;
  const around = file.functionAt(file.facts.values[call.id]!.start);
  const [written] = binding.writes.length === 1 ? binding.writes : [];
  if (around === 0 || binding.function !== around || written === undefined || !isBelowTemporary(file, written.value)) return null;
  const opensAt = firstWrite(file, binding.uses, program);
  return opensAt === outermost(file, call.id) ? { file, function: around, bindings: [reference.binding], opensAt: { at: file.facts.values[opensAt]!.end, value: opensAt } } : null;
}

/** A text that begins with the directory and goes on with something that differs. */
function isBelowTemporary(file: LinkedFile, id: ValueId): boolean {
  const fact = file.facts.values[id]!;
  if (fact.kind === 'template') return fact.parts.length > 0 && TEMPORARY.test(fact.texts[0] ?? '');
  const first = fact.kind === 'concat' ? file.facts.values[fact.parts[0]!] : undefined;
  return first?.kind === 'literal' && typeof first.value === 'string' && TEMPORARY.test(first.value);
}

/** Outwards through what joins texts to paths, and whether anything of that differs from run to run. */
function climb(directory: ValueRef, program: Program): { top: ValueId; isDynamic: boolean } {
  const { file } = directory;
  const top = joinedTop(directory);
  let isDynamic = false;
  for (let id = directory.id; id !== top; id = file.parentOf(id)) {
    isDynamic ||= (partsOf(file, file.parentOf(id)) ?? []).some((part) => part !== id && program.constants({ file, id: part }) === null);
  }
  return { top, isDynamic };
}

/** The path that is made of a directory by joining a name to it; the value itself where nothing is. */
export function joinedTop({ file, id }: ValueRef): ValueId {
  let top = id;
  for (let parent = file.parentOf(top); parent !== NONE; parent = file.parentOf(top)) {
    const parts = partsOf(file, parent);
    if (parts === null || !parts.includes(top)) break;
    top = parent;
  }
  return top;
}

function partsOf(file: LinkedFile, id: ValueId): readonly ValueId[] | null {
  const fact = file.facts.values[id]!;
  if (fact.kind === 'template' || fact.kind === 'concat') return fact.parts;
  return fact.kind === 'call' && isJoin(file, fact.callee) ? fact.args : null;
}

function isJoin(file: LinkedFile, callee: ValueId): boolean {
  const fact = file.facts.values[callee]!;
  return (fact.kind === 'member' || fact.kind === 'reference') && fact.name !== null && JOINS.test(fact.name);
}

/** The first call that makes a file or directory there: one that writes, or a program that is told to. */
function firstWrite(file: LinkedFile, uses: readonly ValueId[], program: Program): ValueId | null {
  const calls = uses.flatMap((use) => {
    let parent = file.parentOf(use);
    if (parent !== NONE && file.facts.values[parent]!.kind === 'array') parent = file.parentOf(parent);
    if (parent === NONE || file.facts.values[parent]!.kind !== 'call') return [];
    return program.rolesAt({ file, id: parent }).some((site) => site.role === 'file.write' || site.role === 'process.execute') ? [outermost(file, parent)] : [];
  });
  return calls.sort((a, b) => file.facts.values[a]!.start - file.facts.values[b]!.start)[0] ?? null;
}

function outermost(file: LinkedFile, id: ValueId): ValueId {
  const parent = file.parentOf(id);
  return parent !== NONE && file.facts.values[parent]!.kind === 'await' ? parent : id;
}
