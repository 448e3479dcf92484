/** What the sites of a gap are called in the report. */
import type { Finding } from '../contracts/audit.js';
import type { Rule, SiteSelector } from '../contracts/rules.js';

const OPERATION = /^(?:QUERY|MUTATION|SUBSCRIPTION) /;

/** The rule's own word; where it asks of operations as well as of HTTP routes, the word for those that are there. */
export function siteNameOf(rule: Rule, findings: readonly Finding[]): string {
  if (!asksOperations(rule.sites)) return rule.siteName;
  const operations = findings.filter(({ label }) => OPERATION.test(label)).length;
  if (operations === 0) return rule.siteName;
  return rule.siteName.replace(/\broute\b/, operations === findings.length ? 'operation' : 'route or operation');
}

function asksOperations(selector: SiteSelector): boolean {
  return selector.kind === 'any-of' ? selector.selectors.some(asksOperations) : selector.kind === 'operation';
}
