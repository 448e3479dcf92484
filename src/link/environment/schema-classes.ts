/** Classes that describe the environment: `plainToInstance(EnvironmentVariables, config)`, checked with class-validator. */
import type { RoleSite } from '../../contracts/program.js';
import { type Linking, sibling } from '../linking.js';
import { NO_FALLBACK, classify } from './fallback.js';
import type { SchemaEntry } from './schemas.js';

/** Entries of the decorated properties; an initializer is the default. */
export function classEntries(link: Linking, readsEnvironment: (site: RoleSite) => boolean): SchemaEntry[] {
  return link.sitesOf('schema.class').flatMap((site) => {
    const described = readsEnvironment(site) ? link.argument(site, 'class') : null;
    if (described === null) return [];
    return link.resolve(described).flatMap((entity) => {
      if (entity.kind !== 'class') return [];
      const { file } = entity.ref;
      return link.classFact(entity.ref).members.flatMap((member): SchemaEntry[] => {
        const [decorator] = member.decorators;
        if (member.kind !== 'property' || decorator === undefined) return [];
        const at = sibling({ file, id: decorator }, decorator);
        const fallback = member.value < 0 ? NO_FALLBACK : classify(link, sibling(at, member.value));
        return [{ name: member.name, value: member.value < 0 ? at : sibling(at, member.value), fallback, schema: site }];
      });
    });
  });
}
