/** `runs-in: browser`: the site's file is front-end code, which a server never runs. */
import { NO, yes } from '../answer.js';
import type { Answer } from '../answer.js';
import type { ConditionWord } from '../compiler.js';
import { importedFiles } from '../imported-files.js';
import type { LinkedFile, Program } from '../../contracts/program.js';

/** APIs that only work in a browser play a role of this family. */
const BROWSER_ROLES = 'browser.*';
/** Puts an application into the page. */
const PAGE_ROLE = 'browser.render';

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
 * A file is front-end code when it says so (`use client`), when it uses what only a browser has, when its package is a
 * single-page application, when it stands in a directory of front-end code that nothing else imports from, or when nothing but such files imports it. A file that says `use server` or that answers a route never is, nor is one that nobody imports.
 */
class Places {
  private readonly uses: ReadonlyMap<LinkedFile, string>;
  private readonly browser: ReadonlySet<LinkedFile>;

  constructor(private readonly program: Program) {
    this.uses = new Map(program.sitesOf(BROWSER_ROLES).map((site) => [site.value.file, program.describe(site.value)]));
    this.browser = this.findBrowserFiles();
  }

  answer(file: LinkedFile): Answer {
    if (!this.browser.has(file)) return NO;
    const use = this.uses.get(file);
    return yes({ reason: use === undefined ? 'it is front-end code' : `it is front-end code: it uses ${use}` });
  }

  private findBrowserFiles(): ReadonlySet<LinkedFile> {
    const files = [...this.program.files.values()];
    const imported = importedFiles(this.program);
    const servers = new Set(this.program.routes.flatMap((route) => [route.value.file, ...(route.handler === null ? [] : [route.handler.file])]));
    const isServer = (file: LinkedFile) => servers.has(file) || saysServer(file);
    const pages = this.pagePackages(files.filter(isServer));
    const isForBrowsers = (file: LinkedFile) => this.uses.has(file) || pages.has(file.package.directory) || isServedToBrowsers(file, this.program);
    const isMarked = (file: LinkedFile) => file.facts.directives.includes('use client') || (isForBrowsers(file) && !isServer(file));
    const marked = new Set(files.filter(isMarked));
    const elsewhere = files.filter((file) => !marked.has(file) && (isServer(file) || this.program.importersOf(file).length === 0));
    const runsElsewhere = spread(elsewhere, (file) => (imported.get(file) ?? []).filter((each) => !marked.has(each)));
    const reached = spread([...marked], (file) => imported.get(file) ?? []);
    return new Set([...reached].filter((file) => marked.has(file) || !runsElsewhere.has(file)));
  }

  /** Packages that start a page in the browser and answer no request: single-page applications, all of them. */
  private pagePackages(servers: readonly LinkedFile[]): ReadonlySet<string> {
    const serving = new Set(servers.map((file) => file.package.directory));
    const rendering = this.program.sitesOf(PAGE_ROLE).map((site) => site.value.file.package.directory);
    return new Set(rendering.filter((directory) => directory !== '' && !serving.has(directory)));
  }
}

/** A directory of a package that holds what its server sends to browsers; a package of its own may render on a server. */
function isFrontEndPlace(file: LinkedFile): boolean {
  const { directory } = file.package;
  const inside = directory === '' ? file.facts.path : file.facts.path.slice(directory.length + 1);
  return /^(?:.+\/)?frontend\/|^(?:public|static|wwwroot)\//.test(inside);
}

function isServedToBrowsers(file: LinkedFile, program: Program): boolean {
  return isFrontEndPlace(file) && program.importersOf(file).every(isFrontEndPlace);
}

function saysServer({ facts }: LinkedFile): boolean {
  return facts.directives.includes('use server') || facts.functions.some((each) => each.directives.includes('use server'));
}

/** The files and all that can be reached from them. */
function spread(start: readonly LinkedFile[], next: (file: LinkedFile) => readonly LinkedFile[]): ReadonlySet<LinkedFile> {
  const reached = new Set(start);
  // A set goes on to what is added while it is walked.
  for (const file of reached) for (const each of next(file)) reached.add(each);
  return reached;
}
