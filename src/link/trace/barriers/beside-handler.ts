/**
 * Schemas that are written beside a handler: in the options of its route (hapi's `options.validate`, Elysia's third argument), or, where
 * routes are found by their files, as an export `schema` of the handler's module.
 */
import type { FunctionId } from '../../../contracts/facts.js';
import type { FileValue, Linking } from '../../linking.js';
import type { Judge } from './conditions.js';
import { provenByJsonSchema } from './json-schemas.js';
import { type Protection, intersection } from './protection.js';
import { JSON_SCHEMA_PARTS } from './route-schemas.js';
import { provenBySchema } from './schemas.js';

/** What modules of routes call the schema that whoever loads them hands to the framework. */
const EXPORTED = /^(?:schemas?|validation(?:Schema)?|validator|validate)$/;

/**
 * What such a schema proves of a part of the request.
 *
 * @param path the part as the handler reads it (`query`, `payload` …), and the properties read from it
 */
export function provenBesideHandler(link: Linking, file: FileValue['file'], handler: FunctionId, path: readonly string[], judge: Judge): Protection | null {
  const [part, ...fields] = path;
  const value = file.valueOfFunction(handler);
  if (part === undefined || fields.length === 0 || value < 0) return null;
  const around = file.parentOf(value);
  const sites = [...link.rolesAt({ file, id: value }), ...(around < 0 ? [] : link.rolesAt({ file, id: around }))];
  const site = sites.find((each) => each.role === 'schema.route');
  const schema = site === undefined ? null : link.argument(site, part);
  return schema === null ? provenByExport(link, file, value, path, judge) : provenBySchema(link, schema, fields, judge);
}

/** `export const schema = { body: z.object({ … }) }` beside the exported handler. */
function provenByExport(link: Linking, file: FileValue['file'], handler: number, [part, ...fields]: readonly string[], judge: Judge): Protection | null {
  const { exports, bindings } = file.facts;
  const valuesOf = ({ value, binding }: (typeof exports)[number]) => (value >= 0 ? [value] : (bindings[binding]?.writes.map((write) => write.value) ?? []));
  if (!exports.some((each) => valuesOf(each).includes(handler))) return null;
  const schema = exports.filter((each) => each.kind === 'value' && EXPORTED.test(each.name)).flatMap(valuesOf)[0];
  if (schema === undefined) return null;
  for (const name of JSON_SCHEMA_PARTS[part!] ?? []) {
    const found = link.property({ file, id: schema }, [name]);
    if (found.kind !== 'found' || found.partial) continue;
    const proven = provenByJsonSchema(link, { file, id: schema }, [name], fields) ?? found.values.map((value) => provenBySchema(link, value, fields, judge)).reduce(intersection);
    if (proven !== null) return proven;
  }
  return null;
}
