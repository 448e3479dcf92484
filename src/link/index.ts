/** `link`: joins the facts of all files into a `Program` that answers questions. It touches no AST and no file system. */
import { sourcePaths } from '../contracts/inventory.js';
import type { NamedControl } from '../contracts/controls.js';
import type { FileFacts } from '../contracts/facts.js';
import type { DocumentFacts } from '../contracts/document-facts.js';
import type { Inventory, PackageInfo } from '../contracts/inventory.js';
import type { Program } from '../contracts/program.js';
import type { Model } from '../contracts/models.js';
import type { SchemaFacts } from '../contracts/schema-facts.js';
import { browserFilesOf } from './front-end.js';
import { IndexedFile } from './indexed-file.js';
import { LinkedProgram } from './linked-program.js';
import { ModelIndex } from './model-index.js';

export { DEPLOYMENT_FILES } from './deployment/deployed-functions.js';

/** What the stage joins: the inventory that names the files' packages, the facts of code, those of files that describe data, and documents. */
export type Link = (facts: readonly FileFacts[], inventory: Inventory, schemas?: readonly SchemaFacts[], documents?: readonly DocumentFacts[]) => Program;

/** Curried with the models, and with what the configuration names as controls. */
export function linkWith(models: readonly Model[], controls: readonly NamedControl[] = []): Link {
  const index = new ModelIndex(models);
  return (facts, inventory, schemas = [], documents = []) => {
    const packages = new Map(inventory.packages.map((info) => [info.directory, info]));
    const packageOfFile = new Map(inventory.files.map((file) => [file.path, file.package]));
    const sources = sourcePaths(inventory);
    const files = new Map<string, IndexedFile>();
    const place = { index: 0, firstKey: 0, firstFunctionKey: 0 };
    for (const fact of [...facts].sort((a, b) => (a.path < b.path ? -1 : 1))) {
      const info = packages.get(packageOfFile.get(fact.path) ?? '') ?? inventory.packages[0] ?? NO_PACKAGE;
      files.set(fact.path, new IndexedFile(fact, info, place));
      place.index += 1;
      place.firstKey += fact.values.length;
      place.firstFunctionKey += fact.functions.length;
    }
    const inOrder = [...schemas].sort((a, b) => (a.path < b.path ? -1 : 1));
    const all = new LinkedProgram(index, inventory, files, inOrder, documents, controls);
    const { frontEnd, shared } = browserFilesOf(all, (file) => sources.has(file.facts.path));
    if (frontEnd.size === 0) return all;
    const [inBrowsers, audited] = [new Map<string, IndexedFile>(), new Map<string, IndexedFile>()];
    for (const [path, file] of files) (frontEnd.has(file) ? inBrowsers : audited).set(path, file);
    return new LinkedProgram(index, inventory, audited, inOrder, documents, controls, { frontEnd: inBrowsers, shared, known: all });
  };
}

/** For files outside any package. */
const NO_PACKAGE: PackageInfo = {
  directory: '',
  name: null,
  version: null,
  manifestPath: null,
  moduleType: 'commonjs',
  dependencies: [],
  scripts: {},
  nodeRange: null,
  entryPoints: {},
  subpathImports: {},
  lockFile: null,
  registry: null,
  pathMappings: null,
  isWorkspaceRoot: false,
};
