/** What a checked expression has to do with the value that is asked about. */
import { type FileValue, type Linking, sibling } from '../../linking.js';
import type { IndexedFile } from '../../indexed-file.js';
import { factOf } from '../../value-graph.js';
import { nameAsMade } from './made.js';
import { nameOf, urlText } from './names.js';

/** The value that a check may protect: in which file, and under which name. */
export interface Subject {
  file: IndexedFile;
  name: string;
  /** The function that is looked into was handed a path without steps back in the middle. */
  normalized?: boolean;
  /** The call that made the function that is looked into, by which the parameters around it are known: `validate(createUser)`. */
  made?: FileValue;
}

/**
 * `value`: the very value; `number`: the number that it is cast to; `host`: host or origin of the URL that it is; `relative`: the way
 * to it from a directory; `joined`: a normalised path that it is part of.
 */
export type Aspect = 'value' | 'number' | 'host' | 'relative' | 'joined';

export function aspectOf(link: Linking, ref: FileValue, subject: Subject): Aspect | null {
  if (ref.file !== subject.file) return null;
  const written = nameOf(link, ref);
  if (written === null) return null;
  const name = nameAsMade(link, written, subject);
  if (name === subject.name) return 'value';
  if (name === `Number(${subject.name})`) return 'number';
  const url = /^(.*)\.(?:hostname|host|origin)$/.exec(name)?.[1];
  if (url !== undefined) return urlText(url) === urlText(subject.name) ? 'host' : null;
  if (name.startsWith('path.relative(')) return isArgument(name, subject.name) ? 'relative' : null;
  return /^path\.(?:join|resolve|normalize|real)\(/.test(name) && isArgument(name, subject.name) ? 'joined' : null;
}

/** Is this the value itself? */
export function isSubject(link: Linking, ref: FileValue, subject: Subject): boolean {
  return aspectOf(link, ref, subject) === 'value';
}

/** A path without steps back in the middle: what `path.resolve`, `join`, `normalize` and `relative` give. */
export function isNormalized(subject: Subject): boolean {
  return subject.normalized === true || /^path\.(?:join|resolve|normalize|real|relative|either)\(/.test(subject.name);
}

function isArgument(call: string, name: string): boolean {
  for (let at = call.indexOf(name); at >= 0; at = call.indexOf(name, at + 1)) {
    if (/[(,]/.test(call[at - 1] ?? '') && /[),]/.test(call[at + name.length] ?? '')) return true;
  }
  return false;
}

const MAXIMUM_DEPTH = 8;

/** Does a client choose what is in the list? Then it allows nothing. */
export function isClientControlled(link: Linking, list: FileValue, depth = 0): boolean {
  if (depth > MAXIMUM_DEPTH) return false;
  if (link.rolesAt(list).some((site) => site.role.startsWith('request.'))) return true;
  const fact = factOf(list);
  if (fact.kind === 'member') return isClientControlled(link, sibling(list, fact.object), depth + 1);
  if (fact.kind === 'call') {
    const callee = factOf(sibling(list, fact.callee));
    const inputs = callee.kind === 'member' && !/^global:Object\./.test(link.apiPaths(sibling(list, fact.callee))[0] ?? '') ? [callee.object] : fact.args;
    return inputs.slice(0, 2).some((input) => isClientControlled(link, sibling(list, input), depth + 1));
  }
  if (fact.kind === 'logical') return isClientControlled(link, sibling(list, fact.left), depth + 1);
  if (fact.kind !== 'reference' || fact.binding < 0) return false;
  return link.definitionsAt(list.file, list.id).some((definition) => isClientControlled(link, definition as FileValue, depth + 1));
}

/** The constants that a value may be: its own, or for the parameter of `LIST.some((each) => …)` those of the list. Null when there are others. */
export function trustedTexts(link: Linking, ref: FileValue): readonly (string | number | boolean | null)[] | null {
  const own = link.constants(ref);
  if (own !== null) return own;
  const list = listBehind(link, ref);
  if (list === null) return null;
  const elements = link.sourcesOf(list).flatMap((source) => {
    const fact = factOf(source);
    return fact.kind === 'array' ? fact.elements.map((element) => link.constants(sibling(source, element))) : [null];
  });
  return elements.every((element) => element !== null) ? elements.flat() : null;
}

/** Is it an element of a list that no client made? */
export function isTrustedElement(link: Linking, ref: FileValue): boolean {
  const list = listBehind(link, ref);
  return list !== null && !isClientControlled(link, list);
}

/** Is it read of an element of a list that no client made: `each.name` in `PLUGINS.find((each) => each.name === name)`? What stands there was put there by somebody. */
export function isPartOfElement(link: Linking, ref: FileValue): boolean {
  const fact = factOf(ref);
  if (fact.kind !== 'member') return false;
  const object = sibling(ref, fact.object);
  return isTrustedElement(link, object) || isPartOfElement(link, object);
}

/** The list of which a callback's parameter is an element: `LIST` in `LIST.some((each) => …)`. */
function listBehind(link: Linking, ref: FileValue): FileValue | null {
  const fact = factOf(ref);
  if (fact.kind !== 'reference' || fact.binding < 0) return null;
  const definition = link.definitionsAt(ref.file, ref.id)[0] as FileValue | undefined;
  const parameter = definition === undefined ? null : factOf(definition);
  if (parameter?.kind !== 'parameter' || parameter.index !== 0) return null;
  const held = ref.file.valueOfFunction(parameter.function);
  const call = held < 0 ? -1 : ref.file.parentOf(held);
  const callFact = call < 0 ? null : factOf(sibling(ref, call));
  const callee = callFact?.kind === 'call' ? factOf(sibling(ref, callFact.callee)) : null;
  return callee?.kind === 'member' && /^(?:some|find|findIndex|findLast)$/.test(callee.name ?? '') ? sibling(ref, callee.object) : null;
}
