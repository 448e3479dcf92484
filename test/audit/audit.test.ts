import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { audit } from '../../src/audit.js';
import type { AuditOptions } from '../../src/audit.js';
import { analyseFiles } from '../../src/audit/analyse-files.js';
import { completenessOf } from '../../src/audit/completeness.js';
import { discover } from '../../src/discover/index.js';
import { linkWith } from '../../src/link/index.js';
import { temporaryTree } from '../support/temporary-tree.js';

const CODE = 'export const a = 1;\n';
const OPTIONS: AuditOptions = {
  toolVersion: '1.2.3',
  profile: 'growth',
  failOn: 'P0',
  minScore: null,
  only: [],
  skip: [],
  include: [],
  exclude: [],
  rules: [],
  controls: [],
  decisions: [],
  maxFileSize: null,
  maxFailedFiles: null,
  timestamp: false,
  timings: false,
  packs: [],
  cache: null,
  online: false,
  onProgress: () => undefined,
};
const ALL = { maxFileSize: 1_000_000, include: [], exclude: [] };

describe('audit', () => {
  it('is the same for the same tree, wherever it stands', async () => {
    const files = { 'package.json': { name: 'x' }, 'src/b.ts': "import './a.js';\nfetch('https://example.org');\n", 'src/a.ts': CODE };
    expect(await audit(temporaryTree(files), OPTIONS)).toEqual(await audit(temporaryTree(files), OPTIONS));
  });

  it('tells its progress, stage by stage', async () => {
    const stages = new Set<string>();
    await audit(temporaryTree({ 'a.ts': CODE }), { ...OPTIONS, onProgress: ({ stage }) => stages.add(stage) });
    expect([...stages]).toEqual(['rulebook', 'discover', 'extract', 'documents', 'link', 'evaluate', 'measure', 'score']);
  });

  it('counts the classes that it does not judge', async () => {
    const { completeness } = await audit(temporaryTree({ 'src/a.ts': CODE, 'src/a.test.ts': CODE, 'README.md': '' }), OPTIONS);
    expect(completeness).toMatchObject({ status: 'complete', filesDiscovered: 3, filesAnalysed: 1, linesAnalysed: 2, filesByClass: { doc: 1, source: 1, test: 1 } });
  });

  it('says of a check the same, whichever others run', async () => {
    const files = {
      'package.json': { name: 'x', dependencies: { express: '4.21.0' } },
      '.env.example': 'PORT=3000\nDATABASE_URL=postgres://db/app\nLOG_LEVEL=info\nAPP_URL=https://app.example.com\nJWT_SECRET=change-it\nACME_API_KEY=\n',
      'server.ts': "import express from 'express';\nconst app = express();\napp.get('/a', async (_request, response) => response.json(await fetch(`https://acme.example.com/a`, { headers: { authorization: process.env.ACME_API_KEY! } })));\napp.listen(3000);\n",
    };
    const of = async (only: string[]) => (await audit(temporaryTree(files), { ...OPTIONS, only })).gaps.find(({ ruleId }) => ruleId === 'env-unvalidated')?.findings;
    const alone = await of(['env-unvalidated']);
    expect(alone).not.toEqual([]);
    expect(alone).toEqual(await of([]));
  });

  it('refuses a selection that leaves nothing to check', async () => {
    await expect(audit(temporaryTree(), { ...OPTIONS, only: ['cors-permissive'], skip: ['cors-permissive'] })).rejects.toThrow(expect.objectContaining({ code: 'no-checks' }));
  });
});

describe('a directory that vanishes while it is read', () => {
  const readAfter = async (change: (root: string) => void) => {
    const root = temporaryTree({ 'a.ts': CODE, 'b.ts': CODE });
    const inventory = discover(root, ALL);
    change(root);
    const analysed = await analyseFiles(inventory, 1_000_000, () => undefined);
    return completenessOf(inventory, analysed, linkWith([])(analysed.facts, inventory), null);
  };

  it('as a whole is no audit', async () => {
    expect(await readAfter((root) => rmSync(root, { recursive: true }))).toMatchObject({
      status: 'incomplete',
      reason: 'nothing was audited: none of the source files could be read (a.ts: vanished, b.ts: vanished)',
      filesAnalysed: 0,
    });
  });

  it('in part is a partial audit that names what is missing', async () => {
    expect(await readAfter((root) => rmSync(join(root, 'b.ts')))).toMatchObject({ status: 'partial', filesAnalysed: 1, skipped: [{ path: 'b.ts', reason: expect.stringContaining('vanished') }] });
  });

  it('or whose file grows beyond the limit', async () => {
    expect(await readAfter((root) => writeFileSync(join(root, 'b.ts'), ' '.repeat(1_000_001)))).toMatchObject({ status: 'partial', skipped: [{ path: 'b.ts', reason: expect.stringContaining('too-large') }] });
  });
});
