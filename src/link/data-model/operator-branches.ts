/** Branches for whoever runs the service: `['admin', 'sysadmin'].includes(user.role) ? all() : own(user.tenantId)`, `if (!user.isSuperAdmin) throw …`. */
import type { ValueRef } from '../../contracts/program.js';
import { type FileValue, type Linking, indexed, sibling } from '../linking.js';
import { factOf, operandsOf } from '../value-graph.js';
import { areRolesAcrossTenants, isOperatorName } from './asked-roles.js';

const MAXIMUM_DEPTH = 8;

/**
 * Does the place lie in a branch, or behind one that leaves the function otherwise, whose condition asks for a role across tenants?
 * @param words the project's words for a tenant
 * @returns what the condition is called, or null
 */
export function operatorBranch(link: Linking, at: ValueRef, words: ReadonlySet<string>): string | null {
  const { file } = indexed(at);
  const { start, end } = factOf(at);
  const inFunction = file.functionAt(start);
  const branches = file.facts.blocks.filter((block) => block.kind === 'then' && block.condition >= 0 && block.function === inFunction && (block.exits && block.end <= start || (block.start <= start && end <= block.end)));
  const chosen = file.valuesOfKind('conditional').flatMap((id) => {
    const fact = file.facts.values[id]!;
    return fact.kind === 'conditional' && fact.start <= start && end <= fact.end ? [fact.test] : [];
  });
  const condition = [...branches.map((block) => block.condition), ...chosen].find((id) => asksAcrossTenants(link, { file, id }, words));
  return condition === undefined ? null : link.describe({ file, id: condition });
}

function asksAcrossTenants(link: Linking, condition: FileValue, words: ReadonlySet<string>): boolean {
  const { names, texts } = partsOf(link, condition, 0);
  if (names.some(isOperatorName)) return true;
  return names.some((name) => /role/i.test(name)) && texts.length > 0 && areRolesAcrossTenants(link, texts, words);
}

/** The names and constant texts of which a condition is made, through the variables that hold it. */
function partsOf(link: Linking, value: FileValue, depth: number): { names: string[]; texts: string[] } {
  const fact = factOf(value);
  const named = fact.kind === 'reference' || fact.kind === 'member' ? [fact.name ?? ''] : [];
  const text = fact.kind === 'literal' && typeof fact.value === 'string' ? [fact.value] : [];
  const definitions = fact.kind === 'reference' && depth < 3 ? link.definitionsAt(value.file, value.id).slice(0, 2).map(indexed) : [];
  const inside = depth > MAXIMUM_DEPTH ? [] : [...operandsOf(fact).map((id) => sibling(value, id)), ...definitions];
  const parts = inside.map((part) => partsOf(link, part, depth + 1));
  return { names: [...named, ...parts.flatMap(({ names }) => names)], texts: [...text, ...parts.flatMap(({ texts }) => texts)] };
}
