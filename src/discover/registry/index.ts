/** `--online`: what the package registry knows of the versions in the lock files. The only place from which an audit uses the network. */
import type { Diagnostic, Inventory, LockFile, RegistryAnswer } from '../../contracts/inventory.js';
import { directoryOf, readManifest } from '../manifest.js';
import { readFile } from '../read-file.js';
import { askNpm } from './npm-audit.js';

const MAX_LOCK_BYTES = 64 * 1024 * 1024;
const TIMEOUT_MS = 60_000;
const NPM_LOCK = /(?:^|\/)(?:package-lock|npm-shrinkwrap)\.json$/;

/** The inventory with an answer, or the reason for none, at each package that has a lock file. Each lock file is asked about once. */
export function withRegistryAnswers(inventory: Inventory, timeoutMs: number = TIMEOUT_MS): Inventory {
  const answers = new Map<string, RegistryAnswer>();
  const answerFor = (lockFile: LockFile): RegistryAnswer => {
    const known = answers.get(lockFile.path) ?? ask(inventory.root, lockFile, timeoutMs);
    answers.set(lockFile.path, known);
    return known;
  };
  const packages = inventory.packages.map((each) => (each.lockFile === null ? each : { ...each, registry: answerFor(each.lockFile) }));
  return { ...inventory, packages, diagnostics: [...inventory.diagnostics, ...[...answers].flatMap(diagnosticFor)] };
}

/** Said besides, because a gap that is open for other reasons does not show what is unverified in it. */
function diagnosticFor([path, answer]: [string, RegistryAnswer]): Diagnostic[] {
  if (!('failure' in answer)) return [];
  return [{ code: 'registry-unanswered', severity: 'warning', message: `the package registry gave no answer about ${path}: ${answer.failure}`, path, hint: 'advisories beyond the table of this tool are unknown to this audit' }];
}

function ask(root: string, { path, readable }: LockFile, timeoutMs: number): RegistryAnswer {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (!NPM_LOCK.test(path)) return { failure: `npm audit reads package-lock.json and not ${name}` };
  const directory = directoryOf(path);
  const manifest = readManifest(root, directory === '' ? 'package.json' : `${directory}/package.json`, []);
  const lock = readFile(root, path, MAX_LOCK_BYTES);
  if (!readable || manifest === null || 'skipped' in lock) return { failure: `${path} or the package.json beside it cannot be read` };
  return askNpm({ root, manifest: manifest.fields, lock: { name, bytes: lock.bytes }, timeoutMs });
}
