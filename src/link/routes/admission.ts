/**
 * Which callers a route lets in, where a setting says so instead of a function: `options: { auth: 'jwt' }`, and the default of the
 * application that holds for routes without one.
 */
import type { ChainLink, RoleSite, ValueRef } from '../../contracts/program.js';
import { type Linking, indexed } from '../linking.js';

/** The guard that the setting stands for; none when it is not set, is false, or only tries to tell who calls. */
export function admissionOf(link: Linking, site: RoleSite): ChainLink[] {
  const own = link.argument(site, 'auth');
  if (own !== null) return guardBy(link, own, 'route');
  const framework = site.entry.attributes['framework'];
  const defaults = link.sitesOf('http.auth.default').filter((each) => each.entry.attributes['framework'] === framework && each.value.file.package === site.value.file.package);
  return defaults.slice(0, 1).flatMap((each) => {
    const setting = link.argument(each, 'setting');
    return setting === null ? [] : guardBy(link, setting, 'application');
  });
}

function guardBy(link: Linking, setting: ValueRef, level: ChainLink['level']): ChainLink[] {
  const constants = link.constants(setting);
  if (constants !== null && constants.some((value) => value === false || value === null)) return [];
  const mode = link.property(setting, ['mode']);
  const modes = mode.kind === 'found' ? mode.values.map((value) => link.constants(value)) : [];
  if (modes.some((each) => each === null || each.some((value) => value === 'try' || value === 'optional'))) return [];
  const restricts = [['scope'], ['access']].some((path) => link.property(setting, path).kind === 'found');
  return [{ kind: 'guard', level, value: indexed(setting), entities: link.resolve(setting), roles: restricts ? ['auth.guard', 'authz.guard'] : ['auth.guard'], conditions: [] }];
}
