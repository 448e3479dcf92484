/** Comments by which a schema says that foreign keys were left out on purpose: "no FK, runs are pruned on their own", or of a relation that was taken out. */

const COMMENT = /(?:\/\/|--)[^\n]*/g;
const LEFT_OUT =
  /\b(?:no|not an?|without(?: an?)?|non)[\s-]*(?:db |database |hard |real |enforced )?(?:@relations?|fks?|foreign[\s-]keys?)\b|\b(?:fk|foreign[\s-]key)s?[\s-]*(?:free|less)\b|\b(?:scalar[\s-]only|(?:plain|scalar)(?: scalar)? (?:columns?|ids?)|scalar fk)\b|^(?:\/\/|--)[ \t]*\w+[ \t]+\w+\??[ \t]+@relation\(/i;

/**
 * @param start where the table or model begins; comments on the lines right above belong to it
 * @returns whether a comment says so; the comments of one file are told in its own words, English ones alone
 */
export function leavesReferencesOut(text: string, start: number, end: number): boolean {
  return (text.slice(beginningOf(text, start), end).match(COMMENT) ?? []).some((comment) => LEFT_OUT.test(comment));
}

/** Where the comments begin that stand without an empty line above the offset. */
function beginningOf(text: string, offset: number): number {
  let from = text.lastIndexOf('\n', offset - 1) + 1;
  while (from > 0) {
    const above = text.lastIndexOf('\n', from - 2) + 1;
    if (!/^\s*(?:\/\/|--)/.test(text.slice(above, from))) break;
    from = above;
  }
  return from;
}
