/** Which names may come through `export *`: barrels of barrels are looked through once, not for every name that is imported from them. */
import type { IndexedFile } from './indexed-file.js';
import type { ModuleResolver } from './modules.js';

/** What a file and all that it hands on with stars export. */
interface Reached {
  names: ReadonlySet<string>;
  /** Any name may be there: something of a package is handed on, or `module.exports` is assigned. */
  any: boolean;
}

export class StarExports {
  private readonly reached = new Map<IndexedFile, Reached>();

  constructor(private readonly modules: ModuleResolver) {}

  /** False only when neither the file nor anything behind its stars exports the name. */
  mayExport(file: IndexedFile, name: string): boolean {
    if (file.names.exportsNamed(name).length > 0) return true;
    let reached = this.reached.get(file);
    if (reached === undefined) this.reached.set(file, (reached = this.reach(file)));
    return reached.any || reached.names.has(name);
  }

  private reach(start: IndexedFile): Reached {
    const names = new Set<string>();
    let any = false;
    const seen = new Set([start]);
    for (const file of seen) {
      for (const name of file.names.exportedNames) names.add(name);
      if (file.names.exportsNamed('=').length > 0) any = true;
      for (const star of file.names.stars) {
        const target = this.modules.resolve(file, star.specifier);
        if (target.kind === 'package') any = true;
        else seen.add(target.file as IndexedFile);
      }
    }
    return { names, any };
  }
}
