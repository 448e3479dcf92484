/** `runs-in: browser`: the site's file is front-end code, which a server never runs. */
import { NO, yes } from '../answer.js';
import type { Answer } from '../answer.js';
import type { ConditionWord } from '../compiler.js';
import type { LinkedFile, Program } from '../../contracts/program.js';

/** APIs that only work in a browser play a role of this family. */
const BROWSER_ROLES = 'browser.*';
const MAX_DEPTH = 40;

export const runsIn: ConditionWord<'runs-in'> = () => (site, { program }) => {
  if (site.value === null) return NO;
  return placeOf(program).answer(site.value.file);
};

const memo = new WeakMap<Program, Places>();

function placeOf(program: Program): Places {
  let places = memo.get(program);
  if (places === undefined) {
    places = new Places(program);
    memo.set(program, places);
  }
  return places;
}

/**
 * A file is front-end code when it says so (`use client`), when it uses what only a browser has, or when nothing but such
 * files imports it. A file that says `use server` or that answers a route never is.
 */
class Places {
  private readonly uses: ReadonlyMap<LinkedFile, string>;
  private readonly servers: ReadonlySet<LinkedFile>;
  private readonly known = new Map<LinkedFile, boolean>();

  constructor(private readonly program: Program) {
    const sites = program.sitesOf(BROWSER_ROLES);
    this.uses = new Map(sites.map((site) => [site.value.file, program.describe(site.value)]));
    this.servers = new Set(program.routes.flatMap((route) => [route.value.file, ...(route.handler === null ? [] : [route.handler.file])]));
  }

  answer(file: LinkedFile): Answer {
    if (!this.isBrowser(file, 0, new Set())) return NO;
    const use = this.uses.get(file);
    return yes({ reason: use === undefined ? 'it is front-end code' : `it is front-end code: it uses ${use}` });
  }

  private isBrowser(file: LinkedFile, depth: number, open: Set<LinkedFile>): boolean {
    const known = this.known.get(file);
    if (known !== undefined) return known;
    if (depth > MAX_DEPTH || open.has(file)) return true;
    open.add(file);
    const result = this.decide(file, depth, open);
    open.delete(file);
    // An answer inside a cycle of imports leans on the one still open, so only the outermost is kept.
    if (depth === 0 || !result) this.known.set(file, result);
    return result;
  }

  private decide(file: LinkedFile, depth: number, open: Set<LinkedFile>): boolean {
    const { directives, functions } = file.facts;
    if (directives.includes('use client')) return true;
    if (directives.includes('use server') || functions.some((each) => each.directives.includes('use server')) || this.servers.has(file)) return false;
    if (this.uses.has(file)) return true;
    const importers = this.program.importersOf(file).filter((importer) => !this.isEntryOfPackage(importer));
    return importers.length > 0 && importers.every((importer) => this.isBrowser(importer, depth + 1, open));
  }

  /** A file that only hands on what others export, to whoever installs the package, says nothing about where that runs. */
  private isEntryOfPackage(file: LinkedFile): boolean {
    const { exports, functions, classes } = file.facts;
    const handsOn = exports.length > 0 && exports.every((fact) => fact.kind !== 'value') && functions.length === 1 && classes.length === 0;
    return handsOn && this.program.importersOf(file).length === 0;
  }
}
