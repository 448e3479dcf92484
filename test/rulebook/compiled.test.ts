import { appendFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readCompiled } from '../../src/rulebook/compiled.js';
import { readDirectory } from '../../src/rulebook/directory.js';
import { PLACED_KEYS } from '../../src/rulebook/named.js';
import type { DirectoryContent } from '../../src/rulebook/named.js';
import { compileDirectory } from '../../src/rulebook/compile.js';
import { ownRulesDirectory } from '../../src/rulebook/index.js';
import { together } from '../../src/rulebook/together.js';
import { temporaryTree } from '../support/temporary-tree.js';

const MODEL = 'package: pg\nroles:\n  sql.execute: { call: [query], arguments: { statement: 0.text } }\n';

/** Everything that loading makes use of, as plain data. */
function plain({ rules, models, issues }: DirectoryContent) {
  const positions = [...rules, ...models].map((named) => PLACED_KEYS.map((key) => named.positionOf(key)));
  return { rules: rules.map(({ item, path }) => ({ item, path })), models: models.map(({ item, path }) => ({ item, path })), issues, positions };
}

function compiledTree() {
  const root = temporaryTree({ 'rules/models/pg.yaml': MODEL, 'rules/models/broken.yaml': 'package: [\n' });
  const directory = `${root}/rules`;
  const file = `${root}/compiled.json`;
  writeFileSync(file, compileDirectory(directory));
  return { directory, file, read: () => readCompiled(directory, pathToFileURL(file)) };
}

describe('a compiled rulebook', () => {
  it('says what the YAML of our own rules says, to the last position', () => {
    const own = fileURLToPath(ownRulesDirectory());
    const file = `${temporaryTree({})}/compiled.json`;
    writeFileSync(file, compileDirectory(own));
    const compiled = readCompiled(own, pathToFileURL(file));
    expect(compiled).not.toBeNull();
    expect(plain(compiled!.content)).toStrictEqual(plain(readDirectory(own)));
    expect(compiled!.alone()).toStrictEqual(together([readDirectory(own)]));
    // The rulebook is read four times, which takes more than the usual half minute where eight suites share two cores.
  }, 120_000);

  it('keeps the complaints about files that are left out', () => {
    const { directory, read } = compiledTree();
    const compiled = read();
    expect(plain(compiled!.content)).toStrictEqual(plain(readDirectory(directory)));
    expect(compiled!.content.issues).toMatchObject([{ code: 'yaml-syntax', path: 'rules/models/broken.yaml' }]);
  });

  it('is not used once a rule or model is changed, added or gone', () => {
    const changed = compiledTree();
    appendFileSync(`${changed.directory}/models/pg.yaml`, '# and more\n');
    expect(changed.read()).toBeNull();
    const added = compiledTree();
    writeFileSync(`${added.directory}/models/mysql.yaml`, MODEL);
    expect(added.read()).toBeNull();
    const moved = compiledTree();
    expect(readCompiled(temporaryTree({ 'models/pg.yaml': MODEL }), pathToFileURL(moved.file))).toBeNull();
  });

  it('is not used when it is missing or cut off', () => {
    const { directory, file, read } = compiledTree();
    writeFileSync(file, compileDirectory(directory).slice(0, -10));
    expect(read()).toBeNull();
    expect(readCompiled(directory, pathToFileURL(`${file}.gone`))).toBeNull();
  });
});
