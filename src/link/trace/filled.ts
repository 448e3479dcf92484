/** Whether anything at all is put into what a variable holds: most variables are only read, and need not be searched for each part that is asked of them. */
import { ADDS_TO_RECEIVER } from '../builtins.js';
import type { IndexedFile } from '../indexed-file.js';
import { type FileValue, type Linking, indexed, sibling } from '../linking.js';
import { factOf } from '../value-graph.js';

/** Mentions of one variable. */
export const MAXIMUM_USES = 200;
/** Aliases of aliases, helpers of helpers. */
export const MAXIMUM_DEPTH = 3;

/** By variable and depth. */
const memo = new WeakMap<IndexedFile, Map<number, boolean>>();

/** @param depth aliases and helpers come through so far */
export function mayBeFilled(link: Linking, file: IndexedFile, binding: number, depth: number): boolean {
  let table = memo.get(file);
  if (table === undefined) memo.set(file, (table = new Map()));
  const key = binding * (MAXIMUM_DEPTH + 1) + depth;
  let answer = table.get(key);
  if (answer === undefined) {
    const uses = (file.facts.bindings[binding]?.uses ?? []).slice(0, MAXIMUM_USES);
    table.set(key, (answer = uses.some((id) => isFilledAt(link, { file, id }, depth))));
  }
  return answer;
}

function isFilledAt(link: Linking, use: FileValue, depth: number): boolean {
  const { file } = use;
  if (file.memberWritesOn(use.id).length > 0) return true;
  if (depth < MAXIMUM_DEPTH && file.bindingsWrittenWith(use.id).some((alias) => mayBeFilled(link, file, alias, depth + 1))) return true;
  const parent = file.parentOf(use.id);
  if (parent < 0) return false;
  const around = sibling(use, parent);
  const fact = factOf(around);
  if (fact.kind === 'member' && fact.object === use.id) return isFilledByMember(link, around, fact.name, depth);
  return fact.kind === 'call' && fact.callee !== use.id && isFilledByCall(link, around, fact.args.indexOf(use.id), depth);
}

function isFilledByMember(link: Linking, member: FileValue, name: string | null, depth: number): boolean {
  const call = member.file.facts.values[member.file.parentOf(member.id)];
  return call?.kind === 'call' && call.callee === member.id ? ADDS_TO_RECEIVER.has(name ?? '') : isFilledAt(link, member, depth);
}

function isFilledByCall(link: Linking, call: FileValue, index: number, depth: number): boolean {
  if (link.rolesAt(call).some(({ role }) => role === 'object.assign' || role === 'object.set')) return true;
  if (index < 0 || depth >= MAXIMUM_DEPTH) return false;
  return link.callees(call).some((callee) => {
    const { file } = indexed({ file: callee.file, id: 0 });
    const binding = file.facts.functions[callee.id]?.parameters[index]?.binding ?? -1;
    return binding >= 0 && mayBeFilled(link, file, binding, depth + 1);
  });
}
