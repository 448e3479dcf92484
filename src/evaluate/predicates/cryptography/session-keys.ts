/** Whether a variable is the key under which sessions or tokens are kept. */
import type { LinkedFile } from '../../../contracts/program.js';
import { splitWords } from '../../names/name-words.js';
import { writtenName } from '../../../contracts/written-name.js';

/** `sessions[id] = …`, `tokens.set(id, …)`: who knows such a key has what is kept under it. */
export function keyOfSessions(file: LinkedFile, binding: number): string[] {
  const { bindings, memberWrites, values } = file.facts;
  const uses = new Set(bindings[binding]!.uses);
  const written = memberWrites.filter(({ index }) => uses.has(index)).map(({ object }) => object);
  const set = [...uses].flatMap((use) => {
    const call = values[file.parentOf(use)];
    const callee = call?.kind === 'call' && call.args[0] === use ? values[call.callee] : undefined;
    return callee?.kind === 'member' && (callee.name === 'set' || callee.name === 'add') ? [callee.object] : [];
  });
  const kept = [...written, ...set].map((object) => splitWords(writtenName(values[object]) ?? '').at(-1) ?? '');
  return kept.flatMap((name) => (/^sessions?$/.test(name) ? ['session id'] : /^tokens?$/.test(name) ? ['token'] : []));
}
