/** The room that loads YAML: rules, models, and the cases that prove them. What parses and checks is loaded only when it must. */
export { ownRulesDirectory } from './own.js';
export { readRulebook } from './read-rulebook.js';
export type { LoadedRulebook } from './named.js';
export { compareCase, ruleCases } from './cases.js';
export type { CaseDifference, RuleCase } from './cases.js';
export { nearestWord } from './nearest-word.js';
