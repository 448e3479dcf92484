/** `database.of-tool`: what runs beside the service, by hand. */
import type { LinkedFile, Program } from '../../../contracts/program.js';
import { answerOf } from '../../answer.js';
import { writtenName } from '../../../contracts/written-name.js';
import type { Predicate } from '../index.js';

/** Where commands lie, and modules that move data from one place to another. */
const TOOL = /(?:^|\/)(?:bin|tools?|cli|commands?|maintenance)\/|(?:^|\/)[\w-]*migrate(?:[A-Z_-][\w-]*)?\.[cm]?[jt]s$/;

/** Where data comes from and where it goes to: `SOURCE_MONGO_URL`, `TARGET_DATABASE_URL`. */
const FROM = /(?:^|_)(?:SOURCE|SRC|FROM|OLD)_/;
const TO = /(?:^|_)(?:TARGET|DEST|DESTINATION|TO|NEW)_/;

/**
 * Does the setting stand in a command: a file among commands, one that is named for moving data, or one that takes arguments from a terminal? None that listens for
 * requests, unless it is told a database to move data from and another to move them to.
 */
export const ofTool: Predicate = ({ read, value }, _operand, { program }) => {
  const file = read?.value.file ?? value?.file;
  if (file === undefined) return answerOf(false);
  if (movesData(file, program)) return answerOf(true);
  if (program.sitesOf('http.server.listen').some((site) => site.value.file === file)) return answerOf(false);
  return answerOf(TOOL.test(file.facts.path) || takesArguments(file, program));
};

function movesData(file: LinkedFile, program: Program): boolean {
  const places = program.environment.reads.filter(({ name, value }) => value.file === file && /(?:URL|URI|HOST|DSN)$/.test(name));
  return places.some(({ name }) => FROM.test(name)) && places.some(({ name }) => TO.test(name));
}

/** `process.argv[2]` */
function takesArguments(file: LinkedFile, program: Program): boolean {
  return file.valuesOfKind('member').some((id) => {
    const fact = file.facts.values[id]!;
    return fact.kind === 'member' && fact.name === 'argv' && writtenName(program.fact({ file, id: fact.object })) === 'process';
  });
}
