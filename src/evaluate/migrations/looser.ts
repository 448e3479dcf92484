/** Changes that the code before them can live with, and that can be made a second time. */

/** What a migration calls and says, see `changeOf`. */
export interface ChangeParts {
  /** The callees of its calls, written as the program writes them: `table.string(…).alter`. */
  readonly calls: readonly string[];
  /** Its texts, among them its statements. */
  readonly texts: readonly string[];
  /** The keys of its objects that are set to `true` or `false`, with that: `allowNull: false`. */
  readonly settings: readonly string[];
}

/** A column of a builder: `table.string('name')` of Knex. */
const COLUMN = /^\w+\.(?:string|text|integer|bigInteger|tinyint|smallint|mediumint|float|double|decimal|boolean|date|datetime|dateTime|time|timestamp|json|jsonb|uuid|enu|enum|binary|specificType|increments|bigIncrements|foreign|timestamps)$/;
const ALTERED = /\.alter$/;
const TIGHTER_CALL = /\.(?:unique|notNullable|dropNullable|primary|references|setNotNull|notNull|setNullable)$/;
const TIGHTER_SETTING = /^(?:allowNull|null|nullable): false$|^(?:notNull|unique|isUnique|primaryKey): true$/;
const LOOSER_CALL = /(?:^|\.)(?:(?:drop|remove)(?:Index|Unique|Foreign|ForeignKey|Constraint)|changeColumn|alterColumn|alter)$/;
const CONTAINER = /(?:^|\.)(?:table|alterTable|hasTable|hasColumn)$/;

const STATEMENT = /^(?:alter|create|drop|rename|reindex|truncate|insert|update|delete|select|set|pragma|comment|do|grant|revoke|lock|begin|commit)\b/i;
const HARMLESS = /^(?:set|select|pragma|comment\s+on|update|lock|begin|commit)\b/i;
const WHOLE = /^(?:drop\s+index|reindex|create\s+or\s+replace)\b/i;
const ALTERS = /^alter\s+table\b/i;
const LOOSENS = /\bdrop\s+(?:constraint|foreign\s+key|index|key|not\s+null)\b|\b(?:set\s+data\s+)?type\b|\bmodify\b|\bconvert\s+to\s+character\s+set\b/i;
const TIGHTENS = /\b(?:add|using|rename|unique|primary|references|change|set\s+not\s+null|set\s+default)\b|(?<!\bdrop\s+)\bnot\s+null\b|\bdrop\s+(?!constraint|foreign\s+key|index|key|not\s+null)/i;

/**
 * @param schemaCalls those of `parts.calls` that change the schema through a builder
 * @param statementCalls those that run a statement
 * @returns true if all it does is to drop indexes and constraints, to alter columns without making them stricter and to write functions and views anew
 */
export function isLooser(parts: ChangeParts, schemaCalls: readonly string[], statementCalls: readonly string[]): boolean {
  const { calls, texts, settings } = parts;
  if (calls.some((callee) => TIGHTER_CALL.test(callee)) || settings.some((setting) => TIGHTER_SETTING.test(setting))) return false;
  const changed = schemaCalls.filter((callee) => !CONTAINER.test(callee));
  const altered = calls.filter((callee) => ALTERED.test(callee)).length;
  if (!changed.every((callee) => LOOSER_CALL.test(callee)) || calls.filter((callee) => COLUMN.test(callee)).length !== altered) return false;
  const statements = texts.filter((text) => STATEMENT.test(text.trim())).map((text) => statementsOf(text));
  if (statements.length < statementCalls.length || !statements.flat().every((statement) => HARMLESS.test(statement) || loosens(statement))) return false;
  return changed.length + altered > 0 || statements.flat().some(loosens);
}

function loosens(statement: string): boolean {
  return WHOLE.test(statement) || (ALTERS.test(statement) && LOOSENS.test(statement) && !TIGHTENS.test(statement));
}

/** The body of a function, between `$$`, is no statement of its own. */
function statementsOf(text: string): string[] {
  const plain = text.replace(/--[^\n]*/g, ' ').replace(/(\$\w*\$)[\s\S]*?\1/g, ' ');
  return plain.split(';').map((statement) => statement.trim()).filter((statement) => statement !== '');
}
