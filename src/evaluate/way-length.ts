/** How far data comes through a program before it arrives. */
import type { Origin } from '../contracts/program.js';

/** What a reader sees at a glance: a text that is put together, or a value that gets a name. */
const PLAIN = /^(?:becomes part of a text|is kept in|is added to|goes through join\()/;
const PASSED = /^is passed to /;

/**
 * Steps, but for those at the end of the way by which the text is put together in the file where it is used, and the calls at its
 * beginning that hand on what was read before anything is done with it.
 */
export function wayLength({ steps }: Origin): number {
  const last = steps.at(-1)?.location.path;
  let length = steps.length;
  while (length > 1 && steps[length - 1]!.location.path === last && PLAIN.test(steps[length - 1]!.text)) length -= 1;
  let handed = 0;
  while (1 + handed < length && PASSED.test(steps[1 + handed]!.text)) handed += 1;
  return length - handed;
}
