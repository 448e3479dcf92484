/** The files that are judged: production source that could be read, by package. */
import { append } from '../contracts/multimap.js';
import { sourcePaths } from '../contracts/inventory.js';
import type { LinkedFile, Program } from '../contracts/program.js';

export class Sources {
  /** Directories of packages that have such files, or those of a front end, in which secrets are looked for and whose manifests count. */
  readonly packages: ReadonlySet<string>;
  /** In path order. */
  readonly all: readonly LinkedFile[];
  private readonly judged = new Set<LinkedFile>();
  private readonly byPackage = new Map<string, LinkedFile[]>();
  private readonly frontEnd: readonly LinkedFile[];

  constructor(program: Program) {
    const paths = sourcePaths(program.inventory);
    for (const file of program.files.values()) {
      if (!paths.has(file.facts.path)) continue;
      this.judged.add(file);
      const { directory } = file.package;
      append(this.byPackage, directory, file);
    }
    this.all = [...this.judged];
    this.frontEnd = [...program.frontEnd.values()].filter((file) => paths.has(file.facts.path));
    this.packages = new Set([...this.byPackage.keys(), ...this.frontEnd.map((file) => file.package.directory)]);
  }

  has(file: LinkedFile): boolean {
    return this.judged.has(file);
  }

  /** The front-end files of a package, or of all, in path order. */
  frontEndIn(directory: string | null): readonly LinkedFile[] {
    return directory === null ? this.frontEnd : this.frontEnd.filter((file) => file.package.directory === directory);
  }

  /** The files of a package, in path order. */
  filesIn(directory: string): readonly LinkedFile[] {
    return this.byPackage.get(directory) ?? [];
  }
}
