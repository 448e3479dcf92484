/** Files that are no code, read as keys and values: YAML, JSON, environment files, ignore lists, Dockerfiles, Markdown, plain text. */
import type { DocumentEntry, DocumentFacts, DocumentFormat } from '../../contracts/document-facts.js';
import type { FileEntry } from '../../contracts/inventory.js';
import { syntaxOfView } from '../../contracts/raw-placeholders.js';
import { readDockerfile } from './dockerfile.js';
import { readJson } from './json.js';
import { readEnvironment, readLines, readPatterns } from './lines.js';
import { readMarkdown } from './markdown.js';
import { readStructured } from './structured.js';
import { readView } from './views.js';

/** Larger files are data, not settings. */
const MAXIMUM_TEXT = 500_000;

const FORMATS: readonly [RegExp, DocumentFormat][] = [
  [/(?:^|\/)(?:package-lock|npm-shrinkwrap|pnpm-lock)\.(?:json|yaml)$|(?:^|\/)(?:tsconfig|jsconfig)[\w.-]*\.json$|\.map$/, 'text'],
  [/\.(?:ejs|hbs|handlebars|mustache|hjs|pug|jade|njk|nunjucks|swig|twig)$/, 'view'],
  [/\.ya?ml$/, 'yaml'],
  [/\.json$/, 'json'],
  [/(?:^|\/)\.env(?:\.[\w.-]+|rc)?$|(?:^|\/)[\w-]+\.env$/, 'environment'],
  [/(?:^|\/)\.\w+ignore$/, 'ignore'],
  [/(?:^|\/)(?:(?:Docker|Container)file(?:[.-][\w.-]+)?|[\w.-]+\.[Dd]ockerfile)$/, 'dockerfile'],
  [/\.(?:mdx?|markdown)$/, 'markdown'],
  [/(?:^|\/)(?:Procfile|Jenkinsfile|Makefile|\.nycrc|\.c8rc|\.taprc|(?:vite|vitest|jest|karma)[\w.-]*\.[cm]?[jt]s|\.nvmrc|\.npmrc|\.node-version|\.tool-versions|CODEOWNERS)$|\.(?:toml|ini|conf|tf|hcl|properties|prisma)$/, 'text'],
];

/** Lock files and compiler settings are read elsewhere. */
const READ_ELSEWHERE = FORMATS[0]![0];

/** The format in which a file is read here, or null when it is not. Code, schemas and what others wrote are not. */
export function documentFormat({ path, class: fileClass, size }: FileEntry): DocumentFormat | null {
  if (fileClass === 'vendored' || fileClass === 'generated' || fileClass === 'test' || READ_ELSEWHERE.test(path) || size > MAXIMUM_TEXT) return null;
  return FORMATS.slice(1).find(([pattern]) => pattern.test(path))?.[1] ?? null;
}

const READERS: Readonly<Record<DocumentFormat, (text: string, path: string) => { entries: DocumentEntry[]; problem: string }>> = {
  yaml: readStructured,
  json: readJsonOrLike,
  environment: whole(readEnvironment),
  ignore: whole(readPatterns),
  dockerfile: whole(readDockerfile),
  markdown: whole(readMarkdown),
  text: whole(readLines),
  view: (text, path) => ({ entries: readView(text, syntaxOfView(path) ?? ''), problem: '' }),
};

/** @param text decoded; hostile input is read as far as it makes sense, never refused */
export function extractDocument(file: FileEntry, format: DocumentFormat, text: string): DocumentFacts {
  return { path: file.path, class: file.class, package: file.package, format, ...READERS[format](text, file.path) };
}

/** What is no plain JSON (comments, commas too many) is read as YAML, which understands most of it. */
function readJsonOrLike(text: string): { entries: DocumentEntry[]; problem: string } {
  const entries = readJson(text);
  return entries === null ? readStructured(text) : { entries, problem: '' };
}

function whole(read: (text: string) => DocumentEntry[]): (text: string) => { entries: DocumentEntry[]; problem: string } {
  return (text) => ({ entries: read(text), problem: '' });
}
