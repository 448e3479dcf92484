/** Applications that a framework's own command makes of a plugin: `"start": "fastify start -l info src/app.js"`. */
import type { FileValue } from '../linking.js';
import { factOf } from '../value-graph.js';

/** Read from fastify-cli 7.4: README (fastify start), which names the file that exports the plugin. */
const COMMAND = /(?:^|[\s/])fastify\s+start\b/;

/** Is the value what the exported plugin is given, of a file that the command of the package names? */
export function isStartedByCommand({ file, id }: FileValue): boolean {
  const fact = factOf({ file, id });
  if (fact.kind !== 'parameter' || fact.index !== 0) return false;
  const own = file.valueOfFunction(fact.function);
  const isExported = file.facts.exports.some((each) => (each.name === 'default' || each.name === '=') && (each.value === own || (file.facts.bindings[each.binding]?.writes ?? []).some((write) => write.value === own)));
  const name = file.facts.path.replace(/^.*\//, '').replace(/\.[cm]?[jt]s$/, '');
  return isExported && Object.values(file.package.scripts).some((script) => COMMAND.test(script) && new RegExp(`(?:^|[\\s/])${name}\\.[cm]?[jt]s(?:\\s|$)`).test(script));
}
