/**
 * Comments by which a schema, or code that declares tables, says that foreign keys were left out on purpose: "no FK, runs are pruned on their own", of a
 * relation that was taken out, of a copy that outlives what it speaks of, or of ids that come from elsewhere; and by which code says that a model reads from a view.
 */
import type { SchemaRemarkFact } from '../../contracts/facts.js';

const COMMENT = /(?:\/\/|--)[^\n]*/g;
const LEFT_OUT =
  /\b(?:no|not an?|without(?: an?)?|non)[\s-]*(?:db |database |hard |real |enforced )?(?:@relations?|fks?|foreign[\s-]keys?)\b|\b(?:fk|foreign[\s-]key)s?[\s-]*(?:free|less)\b|\b(?:scalar[\s-]only|(?:plain|scalar)(?: scalar)? (?:columns?|ids?)|scalar fk)\b|^(?:\/\/|--)[ \t]*(?:\w+[ \t]+\w+\??[ \t]+@relation\(|\w+\.foreign\()|\bin case\b.{1,60}\b(?:is|are|gets?) deleted\b|\bids? from (?:their|its|an? external|an? third[ -]party|the provider'?s?) (?:api|service|system)\b/i;
const OF_A_VIEW = /\b(?:materiali[sz]ed|database|db|sql|postgres(?:ql)?)[ -]view\b|\bread-?only (?:model|entity)\b.{1,80}\bview\b/i;
const MENTIONS = /\bids? from\b|\bfks?\b|\bforeign|\bview\b|\bplain\b|\bscalar\b|@relations?\b|\bin case\b/i;
/** A comment that has its line to itself, or goes on from the line above. */
const COMMENT_LINE = /^[ \t]*(?:\/\/|\/\*|\*)/;
const BEHIND_CODE = /\/\/.*$/;

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

/** @returns what the comments of a source file say of tables that it declares, in source order; linear in the text. */
export function schemaRemarksOf(text: string): SchemaRemarkFact[] {
  if (!MENTIONS.test(text)) return [];
  const remarks: SchemaRemarkFact[] = [];
  let open: SchemaRemarkFact[] = [];
  let offset = 0;
  for (const line of text.split('\n')) {
    const indent = line.length - line.trimStart().length;
    const isComment = COMMENT_LINE.test(line);
    const comment = isComment ? line.trimStart() : (BEHIND_CODE.exec(line)?.[0] ?? '');
    const at = offset + (isComment ? indent : line.length - comment.length);
    const says = comment === '' ? null : remarkOf(isComment ? comment : comment.trimEnd());
    if (!isComment) {
      // What stands right above belongs to this line; an empty one ends it.
      if (indent < line.length) for (const remark of open) remark.below = offset + indent;
      open = [];
    }
    if (says !== null) {
      const remark: SchemaRemarkFact = { says, at, below: at };
      remarks.push(remark);
      if (isComment) open.push(remark);
    }
    offset += line.length + 1;
  }
  return remarks;
}

function remarkOf(comment: string): SchemaRemarkFact['says'] | null {
  if (OF_A_VIEW.test(comment)) return 'view';
  return LEFT_OUT.test(comment.replace(/^(?:\/\*+|\*)[ \t]*/, '// ')) ? 'no-references' : null;
}
