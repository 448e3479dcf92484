/** Secrets in committed files that are no code: settings, environments, pipelines, containers. */
import type { FoundEntry } from '../files.js';
import { secretByForm } from './found.js';
import type { FoundSecret } from './found.js';
import { secretByName } from './named.js';

/** They hold what a template has for a developer to replace, or what only a developer's machine uses. */
const EXAMPLE_FILE = /\.env\.defaults?$|(?:^|[./_-])(?:example|sample|template|tmpl|dist|schema|test|tests|testing|spec|ci|dev|development|local)(?=[./_-]|$)/i;
/** A reference to a secret that is kept elsewhere. */
const REFERENCE = /^\s*(?:\$|!|%|<|\{\{|vault:|op:\/\/|ssm:|arn:|ENC\[|file:|secret:|env:)|\$\{|\$\(|\{\{/;

/** The secret that an entry holds; null when it holds none. */
export function secretInEntry({ document, entry }: FoundEntry): FoundSecret | null {
  if (EXAMPLE_FILE.test(document.path) || REFERENCE.test(entry.value)) return null;
  const found = secretByForm(entry.value);
  if (found !== null) return found;
  const name = entry.key.split('.').at(-1) ?? '';
  const confidence = secretByName(entry.value, { name, besideUser: false });
  // Passwords of services that a compose file or a pipeline starts for itself are no secrets; only what looks made is.
  if (confidence === null || (confidence !== 'high' && document.format !== 'environment')) return null;
  return confidence === 'low' ? null : { what: entry.key, by: 'name', text: entry.value, confidence };
}
