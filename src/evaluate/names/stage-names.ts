/** What programs and deployments call their stages. */

export const PRODUCTION = /^prod(uction)?$/i;
/** A flag whose name says it, however it was set. */
export const IS_PRODUCTION = /^(is_?)?prod(uction)?$/i;
/** Flags that say that this is not production, however they were set. */
export const IS_OTHER_STAGE = /^(is_?)?(e2e_?)?(tests?|testing|dev(elopment)?|local)(_?(mode|env|environment))?$/i;
/** A comparison with one of these is a question for the stage. */
export const STAGE_NAME = /^(prod(uction)?|dev(elopment)?|test(ing)?|local|staging|preview|ci|e2e)$/i;
/** Variables that switch something on for those who work on a program or test it: `DEV_MOCK_API`, `ENABLE_TEST_ROUTES`. */
export const OTHER_STAGE_SWITCH = /(^|_)(DEV|DEVELOPMENT|MOCKS?|MOCKED|FAKE|E2E|TEST_?(MODE|ROUTES?|ENDPOINTS?|API|LOGINS?|USERS?|HELPERS?))(_|$)/;
