/** Lists that are long, or may be: what a client sends, and rows of a table that grows with the service. */
import type { Program, ValueRef } from '../../contracts/program.js';
import { growsWithService } from '../tables/growing-tables.js';

/** What holds what a client sent. */
const SENT = /^(?:body|input|payload|dto|req|request)$/i;
/** Lists of people to write to, and of what a file or an import holds. */
const MANY = /^(?:recipients?|addressees|lines|chunks|batch(?:es)?)$/i;
/** Where messages are sent to, and what somebody answered, whatever is in it. */
const FEW_OR_ANYTHING = /(?:notification|response|result|request|check|answer|data)s?$/i;
/** Sources of a list that are looked at. */
const MAXIMUM_SOURCES = 8;

/** Told by names: of the list, and of what it comes from (`prisma.contact.findMany()`). Channels of one account and subscriptions of one customer stay few. */
export function mayBeLong(list: ValueRef, program: Program): boolean {
  const written = [list, ...program.sourcesOf(list).slice(0, MAXIMUM_SOURCES)].map((each) => program.describe(each));
  return written.some((text) => {
    const names = text.split(/[^\w$]+/).filter((name) => name !== '');
    return names.some((name) => SENT.test(name)) || names.slice(-3).some(saysMany);
  });
}

function saysMany(name: string): boolean {
  return MANY.test(name) || (!FEW_OR_ANYTHING.test(name) && growsWithService(name.replace(/_?ids?$/i, '')));
}
