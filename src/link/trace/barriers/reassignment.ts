/** `if (!ALLOWED.includes(sort)) sort = 'id'`: what is left of the earlier value passed the check. */
import { guardsOf } from '../../guards.js';
import { type FileValue, type Linking, indexed } from '../../linking.js';
import { factOf } from '../../value-graph.js';
import type { Subject } from './aspects.js';
import type { Judge } from './conditions.js';
import { nameOf } from './names.js';
import { type Protection, union } from './protection.js';

/**
 * What is proven of one definition of a variable by the conditions under which later assignments take its place.
 *
 * @param use the mention of the variable that both may reach
 */
export function provenByReplacement(link: Linking, use: FileValue, definition: FileValue, judge: Judge): Protection | null {
  const fact = factOf(use);
  const definitions = link.definitionsAt(use.file, use.id);
  if (fact.kind !== 'reference' || definitions.length < 2) return null;
  const written = (id: number) => use.file.facts.bindings[fact.binding]?.writes.find((write) => write.value === id)?.at ?? -1;
  let result: Protection | null = null;
  for (const other of definitions) {
    if (other.id === definition.id || written(other.id) <= written(definition.id) || written(other.id) > fact.start) continue;
    // The innermost condition of the assignment: where it did not hold, the earlier value stayed.
    const guard = guardsOf(indexed(other))[0];
    if (guard === undefined || guard.cases.length > 0 || !standsDirectlyIn(indexed(other), use)) continue;
    const subject = subjectAt(link, indexed(guard.condition), fact.binding);
    if (subject !== null) result = union(result, judge(indexed(guard.condition), !guard.holds, subject, 0));
  }
  return result;
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
