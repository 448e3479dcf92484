/**
 * Text that comes from audited code may hold terminal escapes (ECMA-48), bidirectional overrides that make code read
 * differently from what it is (CVE-2021-42574, "Trojan Source"), invisible letters, and lone surrogates that no encoder
 * takes. Every room that puts such text into a report makes it inert first, and all must agree how; so it stands here.
 */

const FIRST_CONTROL_PICTURE = 0x2400;
const DELETE_PICTURE = '\u2421';
const REPLACEMENT = '\uFFFD';

/** C0 controls (tab and line feed left alone), DEL, C1 controls. */
const CONTROL = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/g;
/**
 * Marks, embeddings, overrides and isolates of Unicode bidirectional text (UAX 9), zero-width space, word joiner and
 * invisible operators, byte-order mark, line and paragraph separators, the tag letters (plane 14), lone surrogates.
 */
const DECEPTIVE = new RegExp(
  '[\\u061C\\u200B\\u200E\\u200F\\u2028-\\u202E\\u2060-\\u206F\\uFEFF]' +
    '|\\uDB40[\\uDC00-\\uDC7F]' +
    '|[\\uD800-\\uDBFF](?![\\uDC00-\\uDFFF])|(?<![\\uD800-\\uDBFF])[\\uDC00-\\uDFFF]',
  'g',
);

/**
 * The text with every control, bidirectional and invisible character replaced by a visible stand-in of the same length
 * in UTF-16 code units, so that columns stay true. Tabs and line feeds stay.
 */
export function inert(text: string): string {
  return text.replace(CONTROL, picture).replace(DECEPTIVE, (found) => REPLACEMENT.repeat(found.length));
}

/** `inert`, and on one line: runs of white space become one space. For messages, labels and table cells. */
export function inertLine(text: string): string {
  return inert(text.replace(/\s+/g, ' ')).trim();
}

function picture(control: string): string {
  const code = control.charCodeAt(0);
  if (code === 0x7f) return DELETE_PICTURE;
  return code < 0x20 ? String.fromCharCode(FIRST_CONTROL_PICTURE + code) : REPLACEMENT;
}
