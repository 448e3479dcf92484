/** Schemas that are written beside a handler, in the options of its route: hapi's `options.validate`, Elysia's third argument. */
import type { FunctionId } from '../../../contracts/facts.js';
import type { FileValue, Linking } from '../../linking.js';
import type { Judge } from './conditions.js';
import type { Protection } from './protection.js';
import { provenBySchema } from './schemas.js';

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
  return schema === null ? null : provenBySchema(link, schema, fields, judge);
}
