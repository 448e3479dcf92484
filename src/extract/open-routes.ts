/** Comments that say of the code below them that it is for everybody: `@access Public`, `// Public route`, `// no authentication required`. */
import type { Offset } from '../contracts/facts.js';

const MENTIONS = /public|auth|everyone|everybody|anyone|anybody/i;
/** One line of a comment, without the marks before it; only what stands at its beginning counts. */
const COMMENT_LINE = /^[ \t]*(?:\/\/|\/\*\*?|\*(?!\/))[ \t]*([^\n]*)$/;
const SAYS_OPEN = [
  /^@?access(?: control)?[ \t:-]+public\b/i,
  // `@public` alone says of a function that others may import it.
  /^@public[ \t]+(?:routes?|endpoints?|api|access)\b/i,
  /^public(?:ly)?[ \t]+(?:routes?|endpoints?|api|access|accessible|available|page)\b/i,
  /^(?:[^.!?\n]{0,60}[(,;:-][ \t]*)?(?:no|without)[ \t]+(?:auth|authentication|authorization|login|sign-?in|token)[ \t]*(?:is[ \t]+)?(?:needed|required|necessary)\b/i,
  /^(?:[^.!?\n]{0,60}[(,;:-][ \t]*)?(?:open|available|accessible|visible)[ \t]+(?:to|for)[ \t]+(?:everyone|everybody|anyone|anybody|all users|the public)\b/i,
  /\(public(?:[ \t]+(?:route|endpoint|access))?\)[ \t.]*$/i,
];

/** @returns where the code below each such comment begins, in source order; linear in the text. */
export function opensOf(text: string): Offset[] {
  if (!MENTIONS.test(text)) return [];
  const opens: Offset[] = [];
  let says = false;
  let inBlock = false;
  let offset = 0;
  for (const line of text.split('\n')) {
    const start = line.trimStart();
    const isComment = inBlock || start.startsWith('//') || start.startsWith('/*');
    if (isComment) {
      if (start.startsWith('/*')) inBlock = true;
      if (start.includes('*/')) inBlock = false;
      says ||= isOpen(line);
    } else if (start.trim() !== '') {
      if (says) opens.push(offset + line.length - start.length);
      says = false;
    } else if (!inBlock) says = false;
    offset += line.length + 1;
  }
  return opens;
}

function isOpen(line: string): boolean {
  const content = COMMENT_LINE.exec(line)?.[1]?.replace(/\*\/[ \t\r]*$/, '').trimEnd() ?? '';
  return content.length < 160 && SAYS_OPEN.some((pattern) => pattern.test(content));
}
