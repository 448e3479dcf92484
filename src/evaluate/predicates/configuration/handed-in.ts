/** Variables that somebody else sets for a part of a repository: the platform that runs it, or whoever writes the site of documents. */
import type { Program } from '../../../contracts/program.js';
import { answerOf, NO } from '../../answer.js';
import type { Predicate } from '../index.js';

/** So many parts that read one variable, and none of which starts a server, are plug-ins of one host. */
const MANY = 8;
/** Directories of sites beside a product that explain it. */
const DOCUMENTATION = /^(?:(?:apps|packages)\/)?(?:docs?|documentation|www|website)\//;
/** What the platform itself asks for before it runs any of the program (Meteor 3: packages/webapp, packages/mongo). */
const ASKED_BY_METEOR = /^(?:ROOT_URL|MONGO_URL)$/;

const memo = new WeakMap<Program, ReadonlyMap<string, ReadonlySet<string>>>();

/**
 * `env.handed-in`: the variable is read by eight packages or more of the repository that start no server, as the plug-ins of a host do, or
 * Meteor asks for it before the program runs.
 */
export const handedIn: Predicate = ({ read }, _operand, evaluation) => {
  if (read === null) return NO;
  const { program } = evaluation;
  const { file } = read.value;
  if (ASKED_BY_METEOR.test(read.name) && [...program.files.values()].some((each) => each.package === file.package && each.facts.imports.some(({ specifier }) => specifier.startsWith('meteor/')))) return answerOf(true);
  const readers = readersOf(program).get(read.name) ?? new Set<string>();
  const starting = new Set(program.sitesOf('http.server.listen').map(({ value }) => value.file.package.directory));
  return answerOf(readers.size >= MANY && [...readers].every((directory) => !starting.has(directory)));
};

function readersOf(program: Program): ReadonlyMap<string, ReadonlySet<string>> {
  let known = memo.get(program);
  if (known === undefined) {
    const readers = new Map<string, Set<string>>();
    for (const { name, value } of program.environment.reads) readers.set(name, (readers.get(name) ?? new Set()).add(value.file.package.directory));
    memo.set(program, (known = readers));
  }
  return known;
}

/** `env.of-documentation`: it stands in the site of documents, or a tool of it, of a repository whose product stands elsewhere. */
export const ofDocumentation: Predicate = ({ value }, _operand, { program }) => {
  if (value === null || !DOCUMENTATION.test(value.file.facts.path)) return NO;
  return answerOf([...program.files.values()].some((file) => !DOCUMENTATION.test(file.facts.path)));
};
