/** Whether convict refuses an empty text for an entry: then an empty default only says that the variable has to be set. */
import { type FileValue, type Linking, indexed, sibling } from '../linking.js';
import { factOf } from '../value-graph.js';

/** convict 6.2.5, src/main.js, and convict-format-with-validator 6.2.0: what takes any text, or any value. */
const TAKES_EMPTY: ReadonlySet<string> = new Set(['*', 'string', 'String', 'Object', 'Array', 'Boolean']);

/** @param entry `{ env: 'NAME', format: 'required-string', default: '' }` */
export function refusesEmpty(link: Linking, entry: FileValue): boolean {
  const format = link.property(entry, ['format']);
  return format.kind === 'found' && format.values.every((value) => isRefusing(link, indexed(value)));
}

function isRefusing(link: Linking, format: FileValue): boolean {
  const names = link.constants(format);
  if (names !== null) return names.every((name) => typeof name === 'string' && !TAKES_EMPTY.has(name) && isRefusingName(link, name));
  const fact = factOf(format);
  // A list of the values that are allowed; a function that throws for what is not.
  if (fact.kind === 'array') return fact.elements.length > 0 && fact.elements.every((id) => link.constants(sibling(format, id))?.every((each) => each !== '') === true);
  return isRefusingFunction(link, format);
}

/** Formats of the library refuse an empty text (`url`, `port`); those of the program are looked up where it adds them. */
function isRefusingName(link: Linking, name: string): boolean {
  const added = link.sitesOf('env.format').flatMap((site) => {
    const formats = link.argument(site, 'formats');
    const own = formats === null ? null : link.property(formats, [name, 'validate']);
    const single = link.argument(site, 'validate');
    const isNamed = single !== null && link.constants(link.argument(site, 'name') ?? single)?.includes(name) === true;
    return own?.kind === 'found' ? own.values : isNamed ? [single] : [];
  });
  return added.length === 0 ? LIBRARY_FORMATS.has(name) : added.every((validate) => isRefusingFunction(link, indexed(validate)));
}

/** The same sources: they throw for what does not read as one. */
const LIBRARY_FORMATS: ReadonlySet<string> = new Set(['int', 'integer', 'nat', 'port', 'windows_named_pipe', 'port_or_windows_named_pipe', 'url', 'email', 'ipaddress', 'duration', 'timestamp']);

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
