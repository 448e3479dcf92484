/** Bodies of answers that a handler returns instead of sending them: `handler: (request, h) => '<p>…</p>'`. */
import type { FunctionId, ValueId } from '../../contracts/facts.js';
import type { LinkedFile, RoleSite } from '../../contracts/program.js';
import type { Evaluation } from '../evaluation.js';
import { usesIn } from '../file-uses.js';
import { rootOf } from './response-root.js';

/** What marks a function whose results are answers: its decorator, or the request that it is given. */
const MARK = 'http.response.returned';

/** How such a site is told from a call that sends a body. */
export const RETURNED = 'returned';

/** What frameworks' handlers call the request that they are given first. */
const REQUEST_NAME = /^_?(?:req|request|event)$/;

/** One site for each value that such a function returns, which is its `content`. */
export function returnedResponses(evaluation: Evaluation): RoleSite[] {
  return [...decorated(evaluation), ...given(evaluation)].flatMap(({ mark, id }) => {
    const { file } = mark.value;
    if (isCalled(file, id)) return [];
    const { returns, parameters } = file.facts.functions[id]!;
    const own = new Set(parameters.map((parameter) => parameter.binding));
    return returns.filter((value) => isBody(file, value, own)).map((value) => siteOf(mark, value));
  });
}

interface Marked {
  mark: RoleSite;
  id: FunctionId;
}

function decorated(evaluation: Evaluation): Marked[] {
  return evaluation.roleSites([MARK], 'own').flatMap((mark) => {
    const id = mark.value.file.facts.functions.findIndex(({ decorators }) => decorators.includes(mark.value.id));
    return id > 0 ? [{ mark, id }] : [];
  });
}

/** Functions of the judged package whose first parameter is such a request. */
function given(evaluation: Evaluation): Marked[] {
  const own = evaluation.files;
  return own.flatMap((file) =>
    file.facts.functions.flatMap(({ parameters: [first], returns }, id): Marked[] => {
      if (first === undefined || returns.length === 0 || !REQUEST_NAME.test(first.name)) return [];
      const mark = evaluation.program.rolesAt({ file, id: first.value }).find((site) => site.role === MARK);
      return mark === undefined ? [] : [{ mark, id }];
    }),
  );
}

/** A function that the program calls itself only helps a handler. */
function isCalled(file: LinkedFile, id: FunctionId): boolean {
  const value = usesIn(file).valueOfFunction(id);
  return file.facts.bindings.some(({ writes, uses }) => writes.some((write) => write.value === value) && uses.some((use) => calls(file, use)));
}

function calls(file: LinkedFile, use: ValueId): boolean {
  const parent = file.facts.values[file.parentOf(use)];
  return parent?.kind === 'call' && parent.callee === use;
}

/** `return reply.send(…)` sends it there, `return h.response(…)` says so itself. */
function isBody(file: LinkedFile, value: ValueId, parameters: ReadonlySet<number>): boolean {
  const fact = file.facts.values[value]!;
  if (fact.kind === 'literal' || fact.kind === 'function') return false;
  const root = file.facts.values[rootOf(file, value)];
  return fact.kind !== 'call' || root?.kind !== 'reference' || !parameters.has(root.binding);
}

function siteOf(mark: RoleSite, id: ValueId): RoleSite {
  const entry = { ...mark.entry, role: 'http.response.body', arguments: { content: [{ position: 'result' as const, rest: false, properties: [] }] } };
  return { role: 'http.response.body', entry, value: { file: mark.value.file, id }, path: RETURNED, created: null, confidence: mark.confidence };
}
