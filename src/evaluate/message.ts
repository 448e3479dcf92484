/** Fills the placeholders of a rule's messages. */
import type { Evaluation } from './evaluation.js';
import { lastSegment } from './site.js';
import type { Site } from './site.js';

/**
 * `{callee}`, `{label}`, `{name}`, `{package}`, attributes of the role entry, and what the evidence brought (`{source}`,
 * `{value}`). A placeholder that nothing fills is left as its bare name, so that the sentence stays readable.
 */
export function fillMessage(template: string, site: Site, values: Readonly<Record<string, string>>, evaluation: Evaluation): string {
  return template.replace(/\{([a-z][a-zA-Z-]*)\}/g, (_whole, name: string) => values[name] ?? ofSite(name, site, evaluation) ?? name);
}

function ofSite(name: string, site: Site, evaluation: Evaluation): string | undefined {
  switch (name) {
    case 'callee':
    case 'label':
      return site.label;
    case 'name':
      return site.read?.name || (site.role ? lastSegment(site.role.path) : site.label);
    case 'package':
      return site.role?.entry.package ?? evaluation.package.name ?? evaluation.package.directory;
    default: {
      const attribute = site.role?.entry.attributes[name];
      return attribute === undefined ? undefined : String(attribute);
    }
  }
}
