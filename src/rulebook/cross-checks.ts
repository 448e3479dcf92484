/** Checks that need all rules and models at once. What they find are warnings: the rule still runs. */
import type { Diagnostic } from '../contracts/inventory.js';
import type { Model } from '../contracts/models.js';
import type { Rule, SiteSelector, SourcePosition } from '../contracts/rules.js';
import type { Named } from './named.js';
import { KNOWN_ROLES } from './known-roles.js';
import { nearestWord } from './nearest-word.js';

/** Placeholders that any site can fill; attributes of models come on top. */
export const PLACEHOLDERS = ['callee', 'label', 'name', 'package', 'source', 'value'] as const;

/** Roles that rules ask for and no model plays, and placeholders that nothing fills. */
export function crossChecks(rules: readonly Named<Rule>[], models: readonly Model[]): Diagnostic[] {
  const played = new Set([...KNOWN_ROLES, ...models.flatMap((model) => model.roles.map((entry) => entry.role))]);
  const attributes = new Set<string>([...PLACEHOLDERS, ...models.flatMap((model) => model.roles.flatMap((entry) => Object.keys(entry.attributes)))]);
  return rules.flatMap((rule) => [...unknownRoles(rule, played), ...unknownPlaceholders(rule, attributes)]);
}

function unknownRoles({ item: rule, positionOf }: Named<Rule>, played: ReadonlySet<string>): Diagnostic[] {
  const seen = new Set<string>();
  return rolesOf(rule, positionOf('sites')).flatMap(({ role, at }): Diagnostic[] => {
    if (isPlayed(role, played) || seen.has(role)) return [];
    seen.add(role);
    const nearest = nearestWord(role, played);
    return [
      {
        code: 'rule-unknown-role',
        severity: 'warning',
        message: `no model has the role "${role}"`,
        path: at.path,
        line: at.line,
        column: at.column,
        hint: nearest ? `did you mean "${nearest}"?` : 'add it to a model in rules/models/',
      },
    ];
  });
}

function isPlayed(role: string, played: ReadonlySet<string>): boolean {
  if (!role.endsWith('.*')) return played.has(role);
  const prefix = role.slice(0, -1);
  return [...played].some((each) => each.startsWith(prefix));
}

function rolesOf(rule: Rule, top: SourcePosition): { role: string; at: SourcePosition }[] {
  const found: { role: string; at: SourcePosition }[] = [];
  const fromSelector = (selector: SiteSelector) => {
    if (selector.kind === 'any-of') return selector.selectors.forEach(fromSelector);
    if (selector.kind === 'role') found.push(...selector.roles.map((role) => ({ role, at: top })));
    collect(selector.where, top, found);
  };
  fromSelector(rule.sites);
  collect([rule.applies, rule.ignores, rule.fails, rule.passes], top, found);
  return found;
}

/** Operands are plain data in which roles stand under `roles`, or are the operand of the word `role`. */
function collect(part: unknown, at: SourcePosition, found: { role: string; at: SourcePosition }[]): void {
  if (typeof part !== 'object' || part === null) return;
  if (Array.isArray(part)) return part.forEach((each) => collect(each, at, found));
  const node = part as { kind?: string; word?: string; operand?: unknown; at?: SourcePosition; roles?: unknown };
  const here = node.kind === 'word' && node.at && node.at.line > 0 ? node.at : at;
  const roles = node.kind === 'word' && node.word === 'role' ? node.operand : node.roles;
  if (Array.isArray(roles)) found.push(...roles.map((role) => ({ role: String(role), at: here })));
  for (const [key, value] of Object.entries(node)) if (key !== 'at' && value !== roles) collect(value, here, found);
}

function unknownPlaceholders({ item: rule, positionOf }: Named<Rule>, known: ReadonlySet<string>): Diagnostic[] {
  const texts = { message: [rule.message], fails: rule.fails.map((clause) => clause.message ?? ''), passes: rule.passes.map((clause) => clause.because ?? '') };
  const used = new Map<string, SourcePosition>();
  for (const key of ['message', 'fails', 'passes'] as const) {
    for (const match of texts[key].join('\n').matchAll(/\{([a-z][a-zA-Z-]*)\}/g)) if (!used.has(match[1]!)) used.set(match[1]!, positionOf(key));
  }
  return [...used].filter(([name]) => !known.has(name)).map(([name, at]): Diagnostic => {
    const nearest = nearestWord(name, known);
    return { code: 'rule-unknown-placeholder', severity: 'warning', message: `nothing fills the placeholder {${name}}`, path: at.path, line: at.line, column: at.column, hint: nearest ? `did you mean {${nearest}}?` : `known: ${[...known].sort().join(', ')}` };
  });
}
