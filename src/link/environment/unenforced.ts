/** Schemas of the environment that answer in their result (`safeParse`), where nothing stops the program when they say no. */
import { NONE } from '../../contracts/facts.js';
import type { RoleSite } from '../../contracts/program.js';
import { calledName } from '../../contracts/written-name.js';
import { indexed, type Linking } from '../linking.js';

const STOPS = /exit|abort|kill|panic|fail|throw|invariant|assert|unwrap|reject/i;

/**
 * The module asks at its top level, and holds no throw and no call that could stop the program; what was answered is neither exported nor handed to
 * a function of the program, which could do so.
 */
export function stopsNothing(link: Linking, site: RoleSite): boolean {
  const value = indexed(site.value);
  const { file, id } = value;
  const { facts } = file;
  if (site.entry.attributes['refuses'] !== 'in-result' || file.functionAt(facts.values[id]!.start) !== 0) return false;
  if (facts.functions.some(({ throws }) => throws.length > 0) || facts.calls.some((call) => STOPS.test(calledName(file, call) ?? ''))) return false;
  const held = facts.bindings.flatMap((binding, index) => (binding.writes.some((write) => write.value === id) ? [index] : []));
  if (facts.exports.some((fact) => fact.value === id || held.includes(fact.binding))) return false;
  const uses = [id, ...held.flatMap((binding) => facts.bindings[binding]!.uses)];
  return !uses.some((use) => {
    const parent = file.parentOf(use);
    const fact = parent === NONE ? undefined : facts.values[parent]!;
    return fact?.kind === 'call' && fact.args.includes(use) && link.callees({ file, id: parent }).length > 0;
  });
}
