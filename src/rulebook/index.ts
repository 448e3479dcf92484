/** The room that loads YAML: rules, models, and the cases that prove them. */
export { compileDirectory } from './compiled.js';
export { compiledRulebookFile, loadRulebook, ownRulesDirectory } from './load.js';
export type { LoadedRulebook } from './load.js';
export { compareCase, ruleCases } from './cases.js';
export type { CaseDifference, RuleCase } from './cases.js';
export { nearestWord } from './nearest-word.js';
