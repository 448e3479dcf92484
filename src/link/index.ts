/** `link`: joins the facts of all files into a `Program` that answers questions. It touches no AST and no file system. */
import type { FileFacts } from '../contracts/facts.js';
import type { Inventory, PackageInfo } from '../contracts/inventory.js';
import type { Program } from '../contracts/program.js';
import type { Model } from '../contracts/rules.js';
import { IndexedFile } from './indexed-file.js';
import { LinkedProgram } from './linked-program.js';
import { ModelIndex } from './model-index.js';

/** Curried with the models, so that the stage itself has one input besides the inventory that names the files' packages. */
export function linkWith(models: readonly Model[]): (facts: readonly FileFacts[], inventory: Inventory) => Program {
  const index = new ModelIndex(models);
  return (facts, inventory) => {
    const packages = new Map(inventory.packages.map((info) => [info.directory, info]));
    const packageOfFile = new Map(inventory.files.map((file) => [file.path, file.package]));
    const files = new Map<string, IndexedFile>();
    for (const fact of [...facts].sort((a, b) => (a.path < b.path ? -1 : 1))) {
      const info = packages.get(packageOfFile.get(fact.path) ?? '') ?? inventory.packages[0] ?? NO_PACKAGE;
      files.set(fact.path, new IndexedFile(fact, info, files.size));
    }
    return new LinkedProgram(index, inventory, files);
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
  pathMappings: null,
  isWorkspaceRoot: false,
};
