/** All condition words. The compiler checks that each word of the vocabulary has one. */
import type { ConditionRegistry } from '../compiler.js';
import { argument, attribute, clientOption, option } from './arguments.js';
import { check } from './code-predicate.js';
import { enclosedBy } from './enclosed-by.js';
import { fallback, inConfigurationModule, validated, variable } from './environment.js';
import { flowsTo } from './flows-to.js';
import { guardedBy } from './guarded-by.js';
import { inFunction, name, role } from './names.js';
import { followedBy, precededBy } from './order.js';
import { dependsOn, projectHas } from './project.js';
import { receiverHas } from './receiver-has.js';
import { result } from './result.js';
import { tenant } from './tenancy.js';

export const CONDITIONS: ConditionRegistry = {
  argument,
  option,
  'client-option': clientOption,
  attribute,
  role,
  name,
  'enclosed-by': enclosedBy,
  'preceded-by': precededBy,
  'followed-by': followedBy,
  'receiver-has': receiverHas,
  'project-has': projectHas,
  'depends-on': dependsOn,
  'guarded-by': guardedBy,
  result,
  'flows-to': flowsTo,
  'in-function': inFunction,
  check,
  variable,
  fallback,
  validated,
  'in-configuration-module': inConfigurationModule,
  tenant,
};
