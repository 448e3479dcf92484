/** What a migration changes, by its calls and the texts of its statements. */
import type { FunctionRef, Program } from '../../contracts/program.js';
import { isLooser } from './looser.js';
import type { ChangeParts } from './looser.js';

const TABLE_CALL = /(?:^|\.)(?:(?:create|drop|alter|rename|add|remove|change|set|has)\w*(?:Table|Column|Columns|Index|Key|Keys|Constraint|View|Schema|Type|Enum|Extension|Sequence|Collection|Nullable)\w*|table|raw|query|addSql|sql|execute|executeSql|runSql|schema\.\w+)$/i;
const TABLE_STATEMENT = /\b(?:create|alter|drop|rename)\s+(?:unique\s+|or\s+replace\s+|if\s+)?(?:table|index|view|materialized|type|schema|extension|function|trigger|sequence|policy|constraint|column)\b/i;
/** `db.schema.dropIndex(…).execute()` of Kysely runs what the builder made. */
const BUILT = /(?:^|\.)schema\..*\.execute$/;
/** Its statement is looked at, where it can be seen. */
const STATEMENT_CALL = /(?:raw|query|addSql|sql|execute|executeSql|runSql)$/i;
const ROW_STATEMENT = /\b(?:update|insert\s+into|delete\s+from|select)\b/i;
const ROW_CALL = /\.(?:update|insert|del|bulkUpdate|bulkInsert|bulkDelete|updateTable|insertInto|deleteFrom)$/;
/** Helpers that are made and dropped on the way. */
const AID = /\bcreate\s+(?:temp(?:orary)?\s+table|or\s+replace\s+function|function)\s+(?:if\s+not\s+exists\s+)?["`]?([\w.]+)/gi;
const MORE_VALUES = /\balter\s+type\s+[\w".]+\s+add\s+value\b[^;]*(?:;|$)/gi;
const DROPPED_TABLE = /\bdrop\s+table\s+(?:if\s+exists\s+)?[\w"`., ]+(?:;|$)/gi;

/**
 * @returns `rows-only`: no table, index or type is made, changed or dropped (a statement counts by its text, or when that cannot be seen); `one-way`: an
 * enumeration gets values, which databases cannot take from it, or tables are dropped, whose rows nothing brings back, and nothing else; `looser`: see `isLooser`; `tables`: anything else
 */
export function changeOf(ref: FunctionRef, program: Program): 'tables' | 'rows-only' | 'one-way' | 'looser' {
  const parts = partsOf(ref, program);
  const { calls, texts } = parts;
  const others = texts.map((text) => text.replace(MORE_VALUES, ' ').replace(DROPPED_TABLE, ' '));
  const reversible = calls.filter((callee) => TABLE_CALL.test(callee) && !/dropTable(?:IfExists)?$|(?:^|\.)has(?:Table|Column)$/.test(callee) && !STATEMENT_CALL.test(callee));
  const isSeen = reversible.length === 0 && !others.some((text) => TABLE_STATEMENT.test(text));
  const goesOneWay = texts.some((text, index) => text !== others[index]) || calls.some((callee) => /(?:^|\.)dropTable(?:IfExists)?$/.test(callee));
  if (isSeen && goesOneWay) return 'one-way';
  if (isLooser(parts, calls.filter((callee) => TABLE_CALL.test(callee) && !STATEMENT_CALL.test(callee)), calls.filter((callee) => STATEMENT_CALL.test(callee) && !BUILT.test(callee)))) return 'looser';
  if (texts.some((text) => TABLE_STATEMENT.test(text))) return 'tables';
  const changesRows = texts.some((text) => ROW_STATEMENT.test(text)) || calls.some((callee) => ROW_CALL.test(callee));
  return calls.some((callee) => TABLE_CALL.test(callee) && !(changesRows && STATEMENT_CALL.test(callee))) ? 'tables' : 'rows-only';
}

/** What it calls, and its texts: those that it is written with, and those that its calls are given by name. */
function partsOf({ file, id }: FunctionRef, program: Program): ChangeParts {
  const { start, end } = file.facts.functions[id]!;
  const texts: string[] = [];
  const calls: string[] = [];
  const settings: string[] = [];
  for (const inner of file.valuesWithin(start, end)) {
    const value = file.facts.values[inner]!;
    if (value.kind === 'literal' && typeof value.value === 'string') texts.push(value.value);
    if (value.kind === 'template') texts.push(value.texts.join('?'));
    if (value.kind === 'object') settings.push(...value.properties.map(({ name, value: set }) => `${name}: ${program.describe({ file, id: set })}`));
    if (value.kind !== 'call') continue;
    calls.push(program.describe({ file, id: value.callee }));
    const named = value.args.filter((argument) => file.facts.values[argument]?.kind === 'reference');
    for (const argument of named) texts.push(...(program.constants({ file, id: argument }) ?? []).filter((each) => typeof each === 'string'));
  }
  return { calls, texts: texts.map(withoutAids), settings };
}

/** Without the table or function that the same text makes for itself and drops. */
function withoutAids(text: string): string {
  let left = text;
  for (const [made, name = ''] of text.matchAll(AID)) {
    const dropped = new RegExp(`\\bdrop\\s+(?:table|function)\\s+(?:if\\s+exists\\s+)?["\`]?${name.replace(/\W/g, '\\$&')}["\`]?`, 'i');
    if (dropped.test(left)) left = left.replace(made, ' ').replace(dropped, ' ');
  }
  return left;
}
