/** Text in which request data stands: statements, commands, markup. */
import { holdsWords, readAgain } from './command-text.js';
import { constantName } from './constant-names.js';
import { modelLike, namesOnly } from './document-filters.js';
import { enteredByPurpose, keptPublic, ownSystem, sent } from './outbound-addresses.js';
import { withinOwn } from './own-rows.js';
import { rawPlaceholder } from './raw-placeholders.js';
import { responseMarkup, responseRequestText } from './response-markup.js';
import { unescapedPlaceholder } from './sql-format.js';
import { valuePosition } from './sql-positions.js';
import { sqlStatement, sqlStructured } from './sql-statements.js';
import { toldSecret } from './told-secrets.js';
import type { Predicate } from '../index.js';

export const INJECTION: Readonly<Record<string, Predicate>> = {
  'command.holds-words': holdsWords,
  'command.read-again': readAgain,
  'nosql.model-like': modelLike,
  'nosql.names-only': namesOnly,
  'nosql.within-own': withinOwn,
  'outbound.entered-by-purpose': enteredByPurpose,
  'outbound.kept-public': keptPublic,
  'outbound.own-system': ownSystem,
  'outbound.sent': sent,
  'path.constant-name': constantName,
  'response.markup': responseMarkup,
  'response.raw-placeholder': rawPlaceholder,
  'response.request-text': responseRequestText,
  'response.told-a-secret': toldSecret,
  'sql.statement': sqlStatement,
  'sql.structured': sqlStructured,
  'sql.unescaped-placeholder': unescapedPlaceholder,
  'sql.value-position': valuePosition,
};
