/** Rows that were found: `const file = await prisma.file.findUnique({ where: { id } }); if (!file) throw …`. */
import { type FileValue, type Linking, indexed, sibling } from '../../linking.js';
import { factOf } from '../../value-graph.js';
import { type Subject, isSubject } from './aspects.js';
import { type Protection, against } from './protection.js';

/** Calls that give one row, or nothing. */
const FINDS_ONE = /^(?:findUnique|findFirst|findOne|findOneBy|findById|findByPk|getById)$/;

/**
 * What the row that such a call has given proves of the value that it was looked up by: it is one that the program keeps, and names no
 * file but one that it has put there. For other sinks a stored value may be as bad as one that was sent.
 */
export function provenByLookup(link: Linking, call: FileValue, subject: Subject): Protection | null {
  const fact = factOf(call);
  const callee = fact.kind === 'call' ? factOf(sibling(call, fact.callee)) : null;
  if (callee?.kind !== 'member' || !FINDS_ONE.test(callee.name ?? '')) return null;
  const sites = link.rolesAt(call).filter((site) => site.role === 'orm.query' || site.role === 'nosql.query' || site.role === 'orm.query.unresolved');
  const filters = sites.flatMap((site) => link.argumentList(site, 'filter')).map(indexed);
  return filters.some((filter) => isKey(link, filter, subject)) ? against(['path']) : null;
}

/** The value itself (`findById(id)`), or one that a field has to be equal to. */
function isKey(link: Linking, filter: FileValue, subject: Subject): boolean {
  if (isSubject(link, filter, subject)) return true;
  const fact = factOf(filter);
  return fact.kind === 'object' && fact.properties.some((property) => property.kind === 'value' && isSubject(link, sibling(filter, property.value), subject));
}
