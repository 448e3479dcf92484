/** Names in quotes: `"${name.replace(/"/g, '""')}"` ends where its last quote stands, whatever the name is. */
import { type FileValue, type Linking, sibling } from '../../linking.js';
import { factOf } from '../../value-graph.js';

const MAXIMUM_DEPTH = 4;

/** Does the value stand between two such quotes wherever it is put: in the text that it is joined into, or that the variable is which holds it? */
export function standsInQuotes(link: Linking, value: FileValue, quote: string, depth = 0): boolean {
  const { file, id } = value;
  const held = file.bindingsWrittenWith(id);
  const uses = held.flatMap((binding) => file.facts.bindings[binding]!.uses);
  if (held.length > 0) return depth < MAXIMUM_DEPTH && uses.length > 0 && uses.every((use) => standsInQuotes(link, { file, id: use }, quote, depth + 1));
  const parent = file.parentOf(id);
  const fact = parent < 0 ? undefined : file.facts.values[parent];
  if (fact?.kind === 'template' && fact.tag < 0) {
    const index = fact.parts.indexOf(id);
    return (fact.texts[index] ?? '').endsWith(quote) && (fact.texts[index + 1] ?? '').startsWith(quote);
  }
  if (fact?.kind !== 'concat') return false;
  const index = fact.parts.indexOf(id);
  const text = (at: number) => (fact.parts[at] === undefined ? '' : (link.constants(sibling(value, fact.parts[at]!)) ?? ['']).map(String).join(''));
  return text(index - 1).endsWith(quote) && text(index + 1).startsWith(quote);
}

/** `path.normalize('/' + name)`, `path.join('/', name)`: behind a slash no steps back are left, and behind a directory the slash does no harm. */
export function isRootedPath(link: Linking, call: FileValue): boolean {
  const fact = factOf(call);
  const [first] = fact.kind === 'call' ? fact.args : [];
  if (first === undefined || !link.rolesAt(call).some(({ role }) => role === 'path.normalize' || role === 'path.join' || role === 'path.resolve')) return false;
  const text = factOf(sibling(call, first));
  const begins = text.kind === 'concat' ? link.constants(sibling(call, text.parts[0]!)) : text.kind === 'template' && text.tag < 0 ? [text.texts[0] ?? ''] : link.constants(sibling(call, first));
  return begins !== null && begins.length > 0 && begins.every((each) => String(each).startsWith('/'));
}
