/** `if (!ALLOWED.includes(sort)) sort = 'id'`: what is left of the earlier value passed the check. */
import { guardsOf } from '../../guards.js';
import { type FileValue, type Linking, indexed } from '../../linking.js';
import { ValueTable, factOf } from '../../value-graph.js';
import type { Subject } from './aspects.js';
import type { Judge } from './conditions.js';
import { nameOf } from './names.js';
import { type Protection, union } from './protection.js';
import { provenInBranches } from './statements.js';

/** One assignment that may take the place of an earlier value, and what decides whether it does. */
interface Replacement {
  id: number;
  /** Where the assignment stands. */
  at: number;
  condition: FileValue;
  holds: boolean;
  subject: Subject;
}

/** By the mention of the variable: a text that is put together in a hundred steps has a hundred definitions there, each of which asks. */
const memo = new WeakMap<Linking, ValueTable<readonly Replacement[]>>();

/**
 * What is proven of one definition of a variable by the conditions under which later assignments take its place.
 *
 * @param use the mention of the variable that both may reach
 */
export function provenByReplacement(link: Linking, use: FileValue, definition: FileValue, judge: Judge): Protection | null {
  if (link.definitionsAt(use.file, use.id).length < 2) return null;
  const replacements = replacementsAt(link, use);
  const from = writtenAt(use, definition.id);
  let result: Protection | null = null;
  for (const { id, at, condition, holds, subject } of replacements) {
    if (id !== definition.id && at > from) result = union(result, judge(condition, !holds, subject, 0));
  }
  // `if (!id) id = made(); else if (!isUuid(id)) throw …`.
  const name = nameOf(link, definition);
  return name === null || definition.file !== use.file ? result : union(result, provenInBranches(link, { file: use.file, name }, factOf(use).start, -1, judge));
}

function replacementsAt(link: Linking, use: FileValue): readonly Replacement[] {
  let table = memo.get(link);
  if (table === undefined) memo.set(link, (table = new ValueTable()));
  const known = table.get(use);
  if (known !== undefined) return known;
  const found = findReplacements(link, use);
  table.set(use, found);
  return found;
}

function findReplacements(link: Linking, use: FileValue): Replacement[] {
  const fact = factOf(use);
  const definitions = link.definitionsAt(use.file, use.id);
  if (fact.kind !== 'reference' || definitions.length < 2) return [];
  return definitions.flatMap((each): Replacement[] => {
    const at = writtenAt(use, each.id);
    if (at > fact.start || !standsDirectlyIn(indexed(each), use)) return [];
    // The innermost condition of the assignment: where it did not hold, the earlier value stayed.
    const guard = guardsOf(indexed(each))[0];
    if (guard === undefined || guard.cases.length > 0) return [];
    const subject = subjectAt(link, indexed(guard.condition), fact.binding);
    return subject === null ? [] : [{ id: each.id, at, condition: indexed(guard.condition), holds: guard.holds, subject }];
  });
}

/** Where the variable is assigned the value, or -1. */
function writtenAt(use: FileValue, value: number): number {
  const fact = factOf(use);
  const binding = fact.kind === 'reference' ? use.file.facts.bindings[fact.binding] : undefined;
  return binding?.writes.find((write) => write.value === value)?.at ?? -1;
}

/** The assignment stands in a branch that itself stands where the use does: not passing through it means that its condition failed. */
function standsDirectlyIn(assigned: FileValue, use: FileValue): boolean {
  const { file } = assigned;
  const block = file.facts.blocks[file.blockAt(factOf(assigned).start)];
  if (block === undefined || (block.kind !== 'then' && block.kind !== 'else')) return false;
  for (let id = file.blockAt(factOf(use).start); id >= 0; id = file.facts.blocks[id]!.parent) {
    if (id === block.parent) return true;
    if (id === 0) return false;
  }
  return false;
}

/** How the variable is named in the condition: by the first mention of it there. */
function subjectAt(link: Linking, condition: FileValue, binding: number): Subject | null {
  const { start, end } = factOf(condition);
  const use = (condition.file.facts.bindings[binding]?.uses ?? []).find((id) => {
    const fact = condition.file.facts.values[id]!;
    return fact.start >= start && fact.end <= end;
  });
  const name = use === undefined ? null : nameOf(link, { file: condition.file, id: use });
  return name === null ? null : { file: condition.file, name };
}
