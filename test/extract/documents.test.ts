/** Files that are no code, as keys and values. */
import { describe, expect, it } from 'vitest';
import { documentFormat, extractDocument } from '../../src/extract/index.js';
import type { FileClass } from '../../src/contracts/inventory.js';

function entries(path: string, text: string, fileClass: FileClass = 'config'): string[] {
  const file = { path, class: fileClass, size: text.length, package: '' };
  const format = documentFormat(file);
  if (format === null) throw new Error(`${path} is not read`);
  return extractDocument(file, format, text).entries.map(({ key, value, line }) => `${line} ${key}=${value}`);
}

describe('documents', () => {
  it('YAML: the path to each scalar, through lists, of every document', () => {
    expect(entries('compose.yaml', 'services:\n  db:\n    image: postgres:16\n    ports: ["5432:5432", 1]\n---\nkind: Job\nempty:\n')).toEqual([
      '3 services.db.image=postgres:16',
      '4 services.db.ports.0=5432:5432',
      '4 services.db.ports.1=1',
      '6 kind=Job',
      '7 empty=',
    ]);
  });

  it('JSON', () => {
    expect(entries('vercel.json', '{\n  "headers": [{ "source": "/(.*)" }]\n}')).toEqual(['2 headers.0.source=/(.*)']);
  });

  it('environment files: names and values without quotes and comments', () => {
    expect(entries('.env.production', '# comment\nexport A=1\nB="two # three" # four\nC=\nD=x # y\n', 'env')).toEqual(['2 A=1', '3 B=two # three', '4 C=', '5 D=x']);
  });

  it('ignore lists', () => {
    expect(entries('.gitignore', 'node_modules/\n\n# secrets\n.env\n', 'other')).toEqual(['1 pattern=node_modules/', '4 pattern=.env']);
  });

  it('Dockerfiles: stages, continued lines, comments between', () => {
    expect(entries('Dockerfile', 'from node:22 AS build\nRUN npm ci \\\n  # why\n  && npm test\nFROM node:22-slim\nUSER node\n', 'container')).toEqual([
      '1 0.FROM=node:22 AS build',
      '2 0.RUN=npm ci    && npm test',
      '5 1.FROM=node:22-slim',
      '5 last.FROM=node:22-slim',
      '6 1.USER=node',
      '6 last.USER=node',
    ]);
  });

  it.each([
    ['what a stage begins from counts, and of users only the last', 'FROM node:22 AS base\nENV A=1\nUSER node\nFROM base AS build\nUSER root\nFROM base\nCMD node x.js\n', ['last.FROM=node:22 AS base', 'last.ENV=A=1', 'last.USER=node', 'last.CMD=node x.js']],
    ['a later user takes the place of the one before', 'FROM node:22\nUSER node\nUSER root\n', ['last.FROM=node:22', 'last.USER=root']],
    ['arguments before the first stage belong to it', 'ARG V=22\nFROM node:$V\n', ['last.ARG=V=22', 'last.FROM=node:$V']],
    ['a stage of the same name as its base is no base of itself', 'FROM node AS node\nUSER node\n', ['last.FROM=node AS node', 'last.USER=node']],
    ['no stage', 'USER node\n', ['last.USER=node']],
  ])('Dockerfiles, the image in the end: %s', (_what, text, expected) => {
    expect(entries('Dockerfile', text, 'container').map((each) => each.replace(/^\d+ /, '')).filter((each) => each.startsWith('last.'))).toEqual(expected);
  });

  it('Markdown: a heading of marks and blanks is read at once', () => {
    expect(entries('README.md', `## ${'# '.repeat(5000)}x\n## Backups ##\n# #\n`, 'doc').slice(1)).toEqual(['2 h2=Backups', '3 h1=']);
  });

  it('Markdown: headings, items, code, other lines, links and front matter; a heading in code is none', () => {
    expect(entries('RUNBOOK.md', '---\nowner: ops\n---\n# Disaster *recovery* ##\n- [restore](x.md) `it`\n```sh\n# no heading\n```\ntext\n', 'doc')).toEqual([
      '2 front.owner=ops',
      '4 h1=Disaster recovery',
      '5 item=restore it',
      '5 link=x.md',
      '7 code=# no heading',
      '9 text=text',
    ]);
  });

  it('other texts by line', () => {
    expect(entries('fly.toml', '[env]\n\n  A = "b"\n')).toEqual(['1 line=[env]', '3 line=A = "b"']);
  });

  it.each(['package-lock.json', 'pnpm-lock.yaml', 'tsconfig.json', 'src/a.ts', 'picture.png'])('%s is not read here', (path) => {
    expect(documentFormat({ path, class: 'other', size: 10, package: '' })).toBeNull();
  });

  it.each(['\u0000\u0001', '{"a": [', 'a: &x [*x, *x]', '<<: *none\n', '%YAML 9\n---\n!!js/function "x"', '- - - - -', `${'- '.repeat(5000)}a`])('never throws on %j', (text) => {
    for (const path of ['a.yaml', 'a.json', '.env', '.gitignore', 'Dockerfile', 'a.md', 'a.toml']) expect(() => entries(path, text)).not.toThrow();
  });
});
