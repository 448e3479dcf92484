/** Whether convict refuses an empty text for an entry: then an empty default only says that the variable has to be set. */
import { type FileValue, type Linking, indexed, sibling } from '../linking.js';
import { factOf } from '../value-graph.js';

/** @param entry `{ env: 'NAME', format: 'required-string', default: '' }` */
export function refusesEmpty(link: Linking, entry: FileValue): boolean {
  const format = link.property(entry, ['format']);
  return format.kind === 'found' && format.values.every((value) => isRefusing(link, indexed(value)));
}

function isRefusing(link: Linking, format: FileValue): boolean {
  const names = link.constants(format);
  if (names !== null) return names.every((name) => typeof name === 'string' && isRefusingName(link, name));
  const fact = factOf(format);
  // A list of the values that are allowed; a function that throws for what is not.
  if (fact.kind === 'array') return fact.elements.length > 0 && fact.elements.every((id) => link.constants(sibling(format, id))?.every((each) => each !== '') === true);
  return isRefusingFunction(link, format);
}

/** Formats of convict 6.2.5 (src/main.js) and convict-format-with-validator 6.2.0 that throw for an empty text; `*`, `String` and the other types take it. */
const LIBRARY_FORMATS: ReadonlySet<string> = new Set(['int', 'integer', 'nat', 'port', 'windows_named_pipe', 'port_or_windows_named_pipe', 'url', 'email', 'ipaddress', 'duration', 'timestamp']);

/** A format of the library, or one that the program adds. */
function isRefusingName(link: Linking, name: string): boolean {
  const added = link.sitesOf('env.format').flatMap((site) => {
    const formats = link.argument(site, 'formats');
    const own = formats === null ? null : link.property(formats, [name, 'validate']);
    const single = link.argument(site, 'validate');
    const named = link.argument(site, 'name');
    const isIt = named !== null && link.constants(named)?.includes(name) === true;
    return own?.kind === 'found' ? own.values : single !== null && isIt ? [single] : [];
  });
  return added.length === 0 ? LIBRARY_FORMATS.has(name) : added.every((validate) => isRefusingFunction(link, indexed(validate)));
}

/** It throws where a text is compared with the empty one, or is nothing. */
function isRefusingFunction(link: Linking, value: FileValue): boolean {
  return link.resolve(value).some((entity) => {
    if (entity.kind !== 'function') return false;
    const { file, id } = entity.ref;
    return file.facts.blocks.some((block) => block.function === id && block.kind === 'then' && block.exitKind === 'throw' && block.condition >= 0 && isForEmpty(file.facts.values, block.condition));
  });
}

function isForEmpty(values: FileValue['file']['facts']['values'], id: number): boolean {
  const fact = values[id]!;
  if (fact.kind === 'logical') return isForEmpty(values, fact.left) || isForEmpty(values, fact.right);
  if (fact.kind === 'unary') return fact.operator === '!';
  if (fact.kind !== 'binary' || !/^={2,3}$/.test(fact.operator)) return false;
  return [fact.left, fact.right].some((side) => {
    const part = values[side]!;
    return part.kind === 'literal' && (part.value === '' || part.value === 0);
  });
}
