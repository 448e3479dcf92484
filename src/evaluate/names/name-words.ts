/** Identifiers as the words they are made of, and vocabularies of such words. */

/** `resetPasswordToken`, `RESET_PASSWORD_TOKEN` and `reset-password-token` are `reset password token`. */
export function splitWords(name: string): string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== '')
    .map((word) => word.toLowerCase());
}

/** A name that begins so says something about a thing, and does not hold it: `hasPassword`, `maxTokens`. */
const ABOUT: ReadonlySet<string> = new Set([
  ...['has', 'is', 'no', 'not', 'did', 'does', 'was', 'should', 'can', 'could', 'will', 'want', 'wants'],
  ...['need', 'needs', 'require', 'requires', 'required', 'use', 'uses', 'using', 'with', 'without', 'allow', 'allows', 'allowed'],
  ...['missing', 'invalid', 'wrong', 'forgot', 'expired', 'show', 'hide', 'skip', 'ignore', 'enable', 'enabled', 'disable', 'disabled'],
  ...['max', 'min', 'num', 'total', 'count', 'on', 'get', 'masked', 'redacted', 'encrypted', 'hashed', 'hash', 'public'],
]);

const MAXIMUM_KNOWN = 50_000;

/** Words of which one must be what a name ends in. */
export interface Vocabulary {
  /** Joined, in lower case: `apikey`. */
  terms: ReadonlySet<string>;
  /** Longer endings that mean something else: `pagetoken`. */
  except: ReadonlySet<string>;
  /** What was said of a name: programs use the same ones again and again. */
  readonly known: Map<string, boolean>;
}

/** @param terms written as words: `api key`. */
export function vocabularyOf(terms: readonly string[], except: readonly string[] = []): Vocabulary {
  const joined = (words: readonly string[]) => new Set(words.map((each) => splitWords(each).join('')));
  return { terms: joined(terms), except: joined(except), known: new Map() };
}

/** Does the name end in a term, so that what it names is such a thing? `userPassword` does, `passwordLength` and `hasPassword` do not. */
export function namesOneOf(name: string, vocabulary: Vocabulary): boolean {
  const { known } = vocabulary;
  let answer = known.get(name);
  if (answer !== undefined) return answer;
  answer = endsInTerm(name, vocabulary);
  if (known.size >= MAXIMUM_KNOWN) known.clear();
  known.set(name, answer);
  return answer;
}

function endsInTerm(name: string, { terms, except }: Vocabulary): boolean {
  const words = splitWords(name);
  if (words.length > 1 && ABOUT.has(words[0]!)) return false;
  const endings = words.map((_word, index) => words.slice(index).join(''));
  return endings.some((ending) => terms.has(ending)) && !endings.some((ending) => except.has(ending));
}

/** The name without what separates its words, and in small letters: `user_id` and `userId` are one. */
export function plain(name: string): string {
  return name.replace(/[_\-\s]/g, '').toLowerCase();
}
