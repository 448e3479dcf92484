/** `{ entity: true }`: every table and model that a schema, a migration or code declares, each once; label is its name. */
import type { ModelEntity } from '../../contracts/program.js';
import type { Evaluation } from '../evaluation.js';
import { NO_SITE } from '../site.js';
import type { Site } from '../site.js';

export function entitySites(evaluation: Evaluation): Site[] {
  const { program } = evaluation;
  const packages = evaluation.documentPackages();
  const judged = JUDGED.get(program.inventory) ?? new Set(program.inventory.files.filter((file) => KINDS.has(file.class)).map(({ path }) => path));
  JUDGED.set(program.inventory, judged);
  return program.entities.filter((entity) => packages.has(entity.package) && judged.has(entity.location.path)).map(siteOf);
}

const KINDS: ReadonlySet<string> = new Set(['source', 'schema', 'migration']);
const JUDGED = new WeakMap<object, ReadonlySet<string>>();

/** In a schema it stands in a file that is no code. */
function siteOf(entity: ModelEntity): Site {
  const { location, package: directory, site, name } = entity;
  if (site !== null) return { ...NO_SITE, label: name, value: site.value, role: site, entity };
  const entry = { key: 'model', value: name, line: location.line };
  return { ...NO_SITE, label: name, entity, entry: { document: { path: location.path, class: 'schema', package: directory, format: 'text', entries: [entry], problem: '' }, entry } };
}
