/** Names of files and of what else is there: `if (!fs.existsSync(file)) return`, `const [date, exists] = await stat(file)`, `userExists(email)`. */
import type { ValueFact } from '../../../contracts/facts.js';
import { type FileValue, type Linking, sibling } from '../../linking.js';
import { factOf } from '../../value-graph.js';
import { type Subject, aspectOf } from './aspects.js';
import { type Protection, against } from './protection.js';

const SAYS_EXISTENCE = /exists(?:Sync)?$|^is_?File$/i;

/** Does a variable, or what a call is of, say by its name that something is there? */
export function saysExistence(fact: ValueFact): boolean {
  return (fact.kind === 'reference' || fact.kind === 'member') && SAYS_EXISTENCE.test(fact.name ?? '');
}

/**
 * A file of this name, or what is kept under it, has been found: the name was made by whoever put it there, and begins no line of a log.
 *
 * @param named the answer is kept in a variable that says so, and the call need not
 */
export function provenByExistence(link: Linking, value: FileValue, subject: Subject, named = false): Protection | null {
  const fact = factOf(value);
  if (fact.kind === 'await' || fact.kind === 'cast') return provenByExistence(link, sibling(value, fact.operand), subject, named);
  if (named && fact.kind === 'member') return provenByExistence(link, sibling(value, fact.object), subject, true);
  if (fact.kind !== 'call' || fact.isNew || !(named || saysExistence(factOf(sibling(value, fact.callee))))) return null;
  const isGiven = fact.args.some((argument) => {
    const aspect = aspectOf(link, sibling(value, argument), subject);
    return aspect === 'value' || aspect === 'joined';
  });
  return isGiven ? against(['log']) : null;
}
