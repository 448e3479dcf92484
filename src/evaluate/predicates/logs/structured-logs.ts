/** `log.structured`: what share of the log calls of a package is written as one record a line. */
import type { Program, RoleSite, ValueRef } from '../../../contracts/program.js';
import { NO, unknown, yes } from '../../answer.js';
import type { Answer } from '../../answer.js';
import { runsInComponent } from '../../components.js';
import type { Evaluation } from '../../evaluation.js';
import { siteOfRole } from '../../site.js';
import type { Site } from '../../site.js';
import { logCallSites } from '../../sites/log-calls.js';
import { lineOriented } from './log-lines.js';
import type { Predicate } from '../index.js';
import { isAside, isOfLogger, isStandIn } from './terminal-logs.js';

interface Shares {
  /** Calls that write one record a line. */
  records: Site[];
  /** Calls that write text. */
  lines: Site[];
  /** Calls of loggers that cannot be told. */
  others: Site[];
  /** A logger that writes records is set up, though perhaps by another package. */
  maker: RoleSite | null;
}

/** A smaller share of records is a logger that was tried once. */
const ENOUGH = 0.5;
/** Fewer calls than these tell nothing of a habit. */
const FEW = 3;

/** @param operand `mostly`, `rarely` or `never`; `hardly`: never, in a few lines or none; `set-up`: there is such a logger at all. */
export const structured: Predicate = (_site, operand, evaluation) => {
  const shares = sharesOf(evaluation);
  const { records, lines, others, maker } = shares;
  const total = records.length + lines.length + others.length;
  const values = { value: `${records.length} of ${total}` };
  const isThere = maker !== null || records.length > 0;
  const isRare = isThere && lines.length > FEW && records.length / Math.max(1, records.length + lines.length) < ENOUGH && others.length < lines.length;
  if (operand === 'set-up') return isThere ? yes({ related: placesOf([...(maker === null ? [] : [siteOfRole(maker, evaluation.program)]), ...records.slice(0, 1)], evaluation) }) : NO;
  if (operand === 'mostly') return isThere && !isRare ? yes({ reason: total === 0 ? 'a structured logger is set up' : `${values.value} log calls write records`, values, related: placesOf(records.slice(0, 3), evaluation) }) : NO;
  if (operand === 'rarely') return isRare ? yes({ values, related: placesOf(lines.slice(0, 10), evaluation) }) : NO;
  if (operand !== 'never' && operand !== 'hardly') throw new Error('log.structured takes mostly, rarely, never, hardly or set-up');
  if (isThere || (operand === 'hardly' && lines.length > FEW)) return NO;
  if (others.length > 0) return unknown('what its logger writes', { related: placesOf(others.slice(0, 3), evaluation) });
  return yes({ values: { value: plainly(lines.length) }, related: placesOf(lines.slice(0, 10), evaluation) });
};

function placesOf(sites: readonly Site[], { program }: Evaluation) {
  return sites.flatMap((site) => (site.value === null ? [] : [{ location: program.location(site.value), text: site.label }]));
}

const memo = new WeakMap<Evaluation, Shares>();

function sharesOf(evaluation: Evaluation): Shares {
  let shares = memo.get(evaluation);
  if (shares === undefined) {
    shares = { records: [], lines: [], others: [], maker: makerOf(evaluation) };
    for (const site of logCallSites(evaluation)) {
      if (site.role?.entry.attributes['on-demand'] === true || runsInComponent(site, evaluation.program)) continue;
      if (isAside(site, evaluation)) {
        if (isOwnRecord(site, evaluation)) shares.maker ??= site.role;
        continue;
      }
      const { truth } = textOf(site, evaluation);
      shares[truth === 'yes' ? 'lines' : truth === 'no' ? 'records' : 'others'].push(site);
    }
    memo.set(evaluation, shares);
  }
  return shares;
}

/** A logger of the program's own that writes objects. */
function isOwnRecord({ value, role }: Site, evaluation: Evaluation): boolean {
  return value !== null && role !== null && role.entry.attributes['structured'] === 'line' && isOfLogger(value) && isRecord(role, evaluation);
}

/** Log calls that go through a logger and write no plain text, or whose logger cannot be told. */
export function loggersCalls(evaluation: Evaluation): readonly Site[] {
  const { records, others } = sharesOf(evaluation);
  return [...records, ...others];
}

/** Does the call write text? A logger that hands its lines to another writes what that one does. */
function textOf(site: Site, evaluation: Evaluation): Answer {
  const role = site.role!;
  if (role.role === 'log.write' && role.entry.attributes['structured'] === 'line' && isRecord(role, evaluation)) return NO;
  if (role.role !== 'log.write' || isStandIn(role, evaluation.program)) return unknown('what the logger writes');
  const answer = lineOriented(site, null, evaluation);
  // One format for people at work on it, another for production.
  if (answer.truth === 'yes' && role.entry.attributes['structured'] === 'format' && writesJson(evaluation)) return NO;
  if (answer.truth !== 'yes' || role.entry.attributes['structured'] !== 'option') return answer;
  const replaced = evaluation.roleSites(['log.replace'], 'wide').filter((each) => each.entry.package === role.entry.package && evaluation.program.argument(each, 'logger') !== null);
  if (replaced.length === 0) return answer;
  return makerOf(evaluation) === null ? unknown('what the logger hands its lines to') : NO;
}

function writesJson(evaluation: Evaluation): boolean {
  return evaluation.roleSites(['log.format.json'], 'wide').length > 0;
}

/** `console.log(JSON.stringify({ … }))`, `process.stdout.write(JSON.stringify({ … }) + '\n')`: one object a line. */
function isRecord({ value }: RoleSite, { program }: Evaluation): boolean {
  const fact = program.fact(value);
  const given = fact.kind === 'call' && fact.args.length === 1 ? program.fact({ file: value.file, id: fact.args[0]! }) : undefined;
  if (fact.kind !== 'call' || given === undefined) return false;
  const [first, ...others] = given.kind === 'concat' ? given.parts : given.kind === 'template' && given.texts.every((text) => text.trim() === '') ? given.parts : [fact.args[0]!];
  const isEnd = (id: number) => { const part = program.fact({ file: value.file, id }); return part.kind === 'literal' ? String(part.value).trim() === '' : /(?:^|\.)EOL$/.test(program.describe({ file: value.file, id })); };
  return first !== undefined && isEncoding({ file: value.file, id: first }, program) && others.every(isEnd);
}

function isEncoding(value: ValueRef, program: Program): boolean {
  const fact = program.fact(value);
  return fact.kind === 'call' && program.describe({ file: value.file, id: fact.callee }) === 'JSON.stringify';
}

function makerOf(evaluation: Evaluation): RoleSite | null {
  const { program } = evaluation;
  const isStructured = (maker: RoleSite) => {
    const how = maker.entry.attributes['structured'];
    if (how === 'json') return true;
    const options = program.argument(maker, 'options');
    if (how === 'when-set') return options !== null && program.constants(options)?.includes(false) !== true;
    if (maker.entry.attributes['transport'] === true) return false;
    const byFormat = maker.entry.attributes['default-format'] !== undefined;
    if (!byFormat && program.argument(maker, 'json') === null && program.argument(maker, 'type') === null) return false;
    if (byFormat && writesJson(evaluation)) return true;
    const asked = { ...maker, entry: { ...maker.entry, attributes: { structured: byFormat ? 'format' : 'option' } } };
    return lineOriented(siteOfRole(asked, program), null, evaluation).truth === 'no';
  };
  return evaluation.roleSites(['log.create'], 'wide').find(isStructured) ?? evaluation.roleSites(['log.write'], 'wide').find((site) => site.entry.attributes['stream'] === true && isRecord(site, evaluation)) ?? null;
}

function plainly(calls: number): string {
  if (calls === 0) return 'nothing is logged';
  return calls === 1 ? 'the one log call writes plain text' : `all ${calls} log calls write plain text`;
}
