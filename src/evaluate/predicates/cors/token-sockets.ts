/** `cors.token-socket`: what opens a socket. */
import type { LinkedFile } from '../../../contracts/program.js';
import { answerOf } from '../../answer.js';
import { writtenName } from '../../../contracts/written-name.js';
import type { Predicate } from '../index.js';

const memo = new WeakMap<LinkedFile, ReadonlySet<string>>();

/** Does the code beside the socket read who opens it from what its client sends (`socket.handshake.auth.token`), and never from cookies? */
export const tokenSocket: Predicate = ({ value }, _operand, { program }) => {
  if (value === null) return answerOf(false);
  const read = new Set([...program.files.values()].filter((file) => file.package === value.file.package).flatMap((file) => [...handshakeRead(file)]));
  return answerOf((read.has('auth') || read.has('authorization')) && !read.has('cookie') && !read.has('session'));
};

/** Members of a handshake, and of its headers, that the file reads. */
function handshakeRead(file: LinkedFile): ReadonlySet<string> {
  let read = memo.get(file);
  if (read === undefined) {
    const { values } = file.facts;
    const isHandshake = (id: number) => writtenName(values[id]) === 'handshake';
    const found = values.flatMap((fact) => {
      if (fact.kind !== 'member' || fact.name === null) return [];
      const object = values[fact.object];
      const isOfHeaders = object?.kind === 'member' && object.name === 'headers' && isHandshake(object.object);
      return isHandshake(fact.object) || isOfHeaders ? [fact.name] : [];
    });
    memo.set(file, (read = new Set(found)));
  }
  return read;
}
