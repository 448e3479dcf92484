/** All condition words. The compiler checks that each word of the vocabulary has one. */
import type { ConditionRegistry } from '../compiler.js';
import { argument, attribute, clientOption, option } from './arguments.js';
import { clientArgument } from './client-argument.js';
import { check } from './code-predicate.js';
import { enclosedBy } from './enclosed-by.js';
import { entryExports } from './entry-exports.js';
import { absenceHandled, fallback, inConfigurationModule, needed, onlyReadingFile, standsIn, validated, variable } from './environment.js';
import { documentHas, filesExist, filesHave, value } from './files.js';
import { flowsTo } from './flows-to.js';
import { guardedBy } from './guarded-by.js';
import { libraryHas } from './library-has.js';
import { imports } from './imports.js';
import { inFunction, name, role } from './names.js';
import { followedBy, precededBy } from './order.js';
import { dependsOn, projectHas, version } from './project.js';
import { receiverHas } from './receiver-has.js';
import { resultHas } from './result-has.js';
import { result } from './result.js';
import { runsIn } from './runs-in.js';
import { answersWith, chainHas, chainMisses, handlerHas, method, path } from './routes.js';
import { routesHave } from './routes-have.js';
import { surely } from './surely.js';
import { tenant } from './tenancy.js';

export const CONDITIONS: ConditionRegistry = {
  argument,
  option,
  'client-option': clientOption,
  'client-argument': clientArgument,
  attribute,
  role,
  name,
  'enclosed-by': enclosedBy,
  'preceded-by': precededBy,
  'followed-by': followedBy,
  'receiver-has': receiverHas,
  'result-has': resultHas,
  'library-has': libraryHas,
  'project-has': projectHas,
  'depends-on': dependsOn,
  version,
  imports,
  'files-have': filesHave,
  'files-exist': filesExist,
  'document-has': documentHas,
  value,
  'chain-has': chainHas,
  'chain-misses': chainMisses,
  'handler-has': handlerHas,
  'answers-with': answersWith,
  method,
  path,
  'routes-have': routesHave,
  'guarded-by': guardedBy,
  result,
  'flows-to': flowsTo,
  'in-function': inFunction,
  'runs-in': runsIn,
  'entry-exports': entryExports,
  surely,
  check,
  variable,
  fallback,
  validated,
  'absence-handled': absenceHandled,
  'in-configuration-module': inConfigurationModule,
  'only-reading-file': onlyReadingFile,
  needed,
  'stands-in': standsIn,
  tenant,
};
