/**
 * Decides what a file is for. A wrong answer makes findings vanish or cries wolf over test code, so a name that may mean two
 * things is decided by the content, and in doubt code is production source.
 */
import type { FileClass } from '../../contracts/inventory.js';
import * as content from './content.js';
import * as names from './names.js';
import { classByPlace, describePlace, isBesideProgram } from './place.js';
import type { FilePlace, ProjectShape } from './place.js';

export { HEAD_BYTES } from './content.js';
export { describePlace, isAuxiliary } from './place.js';
export type { ProjectShape } from './place.js';

/**
 * The class of one file.
 * @param path root-relative, POSIX
 * @param packageDirectory of the innermost package, '' for the root
 * @param readHead the first `HEAD_BYTES` as text, or '' when it cannot be read; called only if the class depends on it
 */
export function classify(path: string, packageDirectory: string, shape: ProjectShape, readHead: () => string): FileClass {
  const place = describePlace(path, packageDirectory, shape);
  if (names.CODE_FILE.test(path)) return classifyCode(place, shape, readHead);
  const kind = classifyData(place, readHead);
  // `bin/www` of express-generator: its first line says what it is.
  const isProgram = kind === 'other' && /^(?:.*\/)?bin\/[^./]+$/.test(path) && content.isRunByNode(readHead());
  return isProgram ? classifyCode(place, shape, readHead) : kind;
}

function classifyCode(place: FilePlace, shape: ProjectShape, readHead: () => string): FileClass {
  const byPath = classByPlace(place);
  if (byPath !== null) return byPath;
  const head = readHead();
  if ((content.isGenerated(head) && !content.isBarrel(head)) || content.isBundled(head) || content.isMinified(head)) return 'generated';
  if (content.isFunctionAlone(head) || (names.USAGE_FILE.test(place.name) && !/\bexports?\b/.test(head))) return 'other';
  if (place.maybeOutput && content.isCompiled(head)) return 'generated';
  if ((place.maybeTest || names.TEST_SETUP_FILE.test(place.name)) && content.hasTestCases(head)) return 'test';
  if (content.importsTestFramework(head)) return 'test';
  if (place.inMigrations ? names.MIGRATION_NAME.test(place.name) || place.segments.some((segment) => names.MIGRATION_STEP.test(segment)) || content.isMigration(head) : /\bimplements\s+MigrationInterface\b/.test(head)) return 'migration';
  if (isBesideProgram(place) && content.asksAtTerminal(head)) return 'script';
  return shape.chores.has(place.path) || shape.commandLine.has(place.packageDirectory) ? 'script' : 'source';
}

function classifyData(place: FilePlace, readHead: () => string): FileClass {
  const own = classOfData(place, readHead);
  // A Dockerfile of a test set-up says nothing about production; a README of an example is still a document.
  return own === 'doc' || own === 'ci' ? own : (place.auxiliary ?? own);
}

function classOfData(place: FilePlace, readHead: () => string): FileClass {
  const { path } = place;
  if (place.segments.some((segment) => names.VENDORED_DIRECTORY.test(segment))) return 'vendored';
  if (names.PIPELINE_FILE.test(path)) return 'ci';
  if (names.CONTAINER_FILE.test(path)) return 'container';
  if (names.ENVIRONMENT_FILE.test(path)) return 'env';
  if (names.MANIFEST_FILE.test(path)) return 'manifest';
  if (path.endsWith('.prisma')) return 'schema';
  if (path.endsWith('.sql')) return classifySql(place, readHead);
  if (names.DOCUMENTATION_FILE.test(path)) return 'doc';
  if (/\.ya?ml$/.test(path)) return content.isOrchestration(readHead()) ? 'container' : 'config';
  return names.DATA_CONFIGURATION_FILE.test(path) ? 'config' : 'other';
}

function classifySql(place: FilePlace, readHead: () => string): FileClass {
  if (place.inMigrations || names.MIGRATION_NAME.test(place.name) || place.segments.some((segment) => names.MIGRATION_STEP.test(segment))) return 'migration';
  // A database that a container starts for developers is often somebody else's: `docker/dev/dns.sql`.
  if (place.segments.some((segment, index) => /^(?:dev|ci|local)$/.test(segment) && /^\.?docker$/.test(place.segments[index - 1] ?? ''))) return 'other';
  return content.isDataDefinition(readHead()) ? 'schema' : 'other';
}
