/** Services of one's own that an address leads to: neighbours in the same network, or what a variable is named after. */
import type { ValueRef } from '../../contracts/program.js';
import type { Evaluation } from '../evaluation.js';
import { splitWords } from '../names/name-words.js';
import { textOf } from '../value-tests/partial-text.js';
import { variableOf } from './address.js';

/** `http://billing:8080`, `https://users.internal`, `http://api.shop.svc.cluster.local`. */
const NEIGHBOUR = /^https?:\/\/((?!localhost\b|host\.docker)[a-z][\w-]*(?:(?:\.[\w-]+)*\.(?:internal|local|svc|lan))?)(?=[:/?#]|$)/i;
const OWN: ReadonlySet<string> = new Set(['service', 'svc', 'microservice', 'internal', 'backend']);

/** @returns its name or the variable's, or null when it is none or cannot be told. */
export function neighbourOf(address: ValueRef, evaluation: Evaluation): string | null {
  const { program } = evaluation;
  for (const value of [address, ...program.sourcesOf(address)].slice(0, 8)) {
    const host = NEIGHBOUR.exec(textOf(value, evaluation))?.[1];
    if (host !== undefined) return host;
  }
  const variable = variableOf(address, program, 0);
  return variable !== null && splitWords(variable).some((word) => OWN.has(word)) ? variable : null;
}
