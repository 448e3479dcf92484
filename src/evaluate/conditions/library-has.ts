/** `library-has`: within reach of the package, the site's own library is used in that role: `axios.defaults.timeout = …`. */
import { NO, some } from '../answer.js';
import type { ConditionWord } from '../compiler.js';
import { roleMatcher } from '../role-query.js';

export const libraryHas: ConditionWord<'library-has'> = (query, compiler) => {
  const matcher = roleMatcher(query, compiler);
  return (site, evaluation) => {
    const { role } = site;
    if (role === null) return NO;
    const uses = evaluation.roleSites(query.roles, 'wide').filter((use) => use.entry.package === role.entry.package);
    return some(uses.map((use) => matcher.matches(use, site, evaluation)));
  };
};
