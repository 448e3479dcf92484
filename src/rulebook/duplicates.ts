/** Rules and models that contradict each other. */
import type { Diagnostic } from '../contracts/inventory.js';
import type { Model } from '../contracts/models.js';
import type { Rule } from '../contracts/rules.js';
import type { Named } from './named.js';

/** The rules without those whose id was taken before; each of these is an error. */
export function ruleDuplicates(rules: readonly Named<Rule>[], issues: Diagnostic[]): Named<Rule>[] {
  const first = new Map<string, string>();
  return rules.filter(({ item, path, positionOf }) => {
    const other = first.get(item.id);
    if (other === undefined) {
      first.set(item.id, path);
      return true;
    }
    issues.push({ code: 'rule-duplicate', severity: 'error', message: `the id "${item.id}" is taken by ${other}`, ...positionOf('id'), hint: 'ids are unique: choose another, and switch the other rule off in the configuration if this one replaces it' });
    return false;
  });
}

/** One API path with two aliases is an error; one with the same role, use, condition and arguments twice a warning. */
export function modelConflicts(models: readonly Named<Model>[], issues: Diagnostic[]): void {
  const aliases = new Map<string, { to: string; path: string }>();
  const roles = new Map<string, string>();
  for (const { item, path, positionOf } of models) {
    for (const [from, to] of Object.entries(item.aliases)) {
      const other = aliases.get(from);
      if (other && other.to !== to) issues.push({ code: 'model-conflict', severity: 'error', message: `"${from}" is an alias of "${to}" here and of "${other.to}" in ${other.path}`, ...positionOf('aliases') });
      else aliases.set(from, { to, path });
    }
    for (const entry of item.roles) {
      for (const api of entry.paths) {
        const key = JSON.stringify([entry.role, entry.use, api, entry.where]);
        const other = roles.get(key);
        if (other !== undefined) issues.push({ code: 'model-duplicate', severity: 'warning', message: `${entry.use} of "${api}" has the role ${entry.role} already`, ...positionOf('roles'), hint: `see ${other}` });
        else roles.set(key, path);
      }
    }
  }
}
