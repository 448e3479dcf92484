/** Places in the text of a template at which a value stands as it is, not encoded for markup. */

/** How a template says so: by the endings of its file, and as models name it. */
const SYNTAXES: Readonly<Record<string, readonly RegExp[]>> = {
  // ejs 7: README, Tags: `<%-` outputs the unescaped value.
  ejs: [/<%-([^%]*)-?%>/g],
  // Handlebars 4.7, mustache 4.2: three braces or an ampersand.
  mustache: [/\{\{\{([^{}]*)\}\}\}/g, /\{\{&([^{}]*)\}\}/g],
  // pug 3: `!{…}` and `!=`.
  pug: [/!\{([^}]*)\}/g, /(?:^|\s|[\w.#)-])!=[ \t]*([^\n]*)/gm],
  // nunjucks 3, swig 1, twig 2: filters that mark a value as safe.
  nunjucks: [/\{\{-?([^{}|]*)\|\s*(?:safe|raw)\b[^{}]*\}\}/g],
  // lodash 4 and underscore 1: `<%=` writes the value as it is, `<%-` encodes it.
  lodash: [/<%=([^%]*)%>/g],
};

const ENDINGS: Readonly<Record<string, string>> = { ejs: 'ejs', hbs: 'mustache', handlebars: 'mustache', mustache: 'mustache', hjs: 'mustache', pug: 'pug', jade: 'pug', njk: 'nunjucks', nunjucks: 'nunjucks', swig: 'nunjucks', twig: 'nunjucks' };

/** The way of writing of a view's file by its ending, or null. */
export function syntaxOfView(path: string): string | null {
  return ENDINGS[/\.(\w+)$/.exec(path)?.[1] ?? ''] ?? null;
}

const PATH = /^\s*((?:locals\.|this\.)?[A-Za-z_$][\w$]*(?:\??\.[\w$]+)*)\s*(?:$|\|\||\?\?|\|)/;

export interface RawPlaceholder {
  /** The name or dotted path that stands there. */
  path: readonly string[];
  /** Offset in the text. */
  at: number;
}

const QUOTED = /'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"/g;

/** The names in a placeholder: one, with or without a default, or those that are joined with texts (`'Results for ' + query`). */
function namesIn(expression: string): string[] {
  const plain = PATH.exec(expression)?.[1];
  if (plain !== undefined) return [plain];
  const parts = expression.replace(QUOTED, '').split('+').map((part) => part.trim());
  const names = parts.filter((part) => part !== '').map((part) => PATH.exec(part)?.[1]);
  return parts.length > 1 && names.every((name) => name !== undefined) ? names : [];
}

/**
 * Placeholders that hold plain names, alone or joined with texts; what a call makes of a value (`<%- include('head') %>`, `<%- markdown(text) %>`) is not told.
 *
 * @param syntax `ejs`, `mustache`, `pug`, `nunjucks` or `lodash`
 * @param all for mustache and nunjucks: nothing is encoded at all, so every placeholder counts
 */
export function rawPlaceholders(text: string, syntax: string, all = false): RawPlaceholder[] {
  const patterns = all ? [/\{\{\{?-?([^{}#/>!&]+)\}?\}\}/g] : (SYNTAXES[syntax] ?? []);
  return patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap((match) =>
      namesIn(match[1]!.trimEnd()).map((name) => ({ path: name.replaceAll('?', '').split('.').filter((part, index) => index > 0 || (part !== 'locals' && part !== 'this')), at: match.index })),
    ),
  );
}
