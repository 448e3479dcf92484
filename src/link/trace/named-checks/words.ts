/** Names of functions that say that they let only safe paths and addresses through. Where nothing is proven, their word still stands. */

const CHECKS = words('assert check checks checked validate validates validated validator valid verify verifies verified ensure ensures guard guards enforce sanitize sanitise sanitized allow allows allowed deny denied permit permitted safe secure trusted restrict restricted whitelist whitelisted allowlist allowlisted denylist blacklist blacklisted blocklist blocked forbid forbidden reject prevent protect prohibit');
/** Say something of an address or a path that is asked about: `isInternalUrl`, `isLocalPath`, `isWithin`. */
const QUALITIES = words('internal external private public local loopback reserved relative same origin inside within under below outside child descendant listed known own malicious traversal evil ssrf');
const TARGETS = words('url urls uri uris domain host hostname origin redirect redirects callback return link address ip endpoint webhook proxy path paths file filename filepath folder dir directory key traversal ssrf');
const INPUTS = words('request req input inputs params parameters param query body payload schema options config data args dto fields');
/** Checks of something else: who it is, how much, of which kind. */
const OTHERWISE = words('auth authenticated authentication authorize authorized authorization login logged user users admin permission permissions role roles session token tokens csrf rate limit limits quota captcha exists exist empty null undefined defined string number array object length size type types expired expiry password email feature features plan license status health parse json stringify');

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(' '));
}

/** `isValidURLPath` and `is_valid_url_path`: `is valid url path`. */
function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter((word) => word !== '');
}

/** `whole`: it is given the value itself; `holder`: an object in which the value is, of which it may check something else. */
export type Given = 'whole' | 'holder';

/** Does a function of this name say that it checks what it is given? */
export function saysCheck(name: string, given: Given): boolean {
  const parts = wordsOf(name);
  const has = (list: ReadonlySet<string>) => parts.some((word) => list.has(word));
  if (has(OTHERWISE)) return false;
  const checks = has(CHECKS) || (has(QUALITIES) && (parts.includes('is') || parts.includes('has')));
  return checks && (given === 'whole' || parts.length === 1 || has(TARGETS) || has(INPUTS));
}

const SHAPES = words('validate validates validated validator validation valid sanitize sanitise sanitized sanitizer');
const LOOKS = words('check checked assert verify ensure parse enforce');

/** Does a function of this name say that it looks at the whole input, so that it may refuse objects where texts are meant: `validate`, `isValid`, `checkBody`? */
export function saysInputCheck(name: string): boolean {
  const parts = wordsOf(name).filter((word) => word !== 'is');
  const others = parts.filter((word) => !SHAPES.has(word) && !LOOKS.has(word));
  return parts.some((word) => SHAPES.has(word) || (LOOKS.has(word) && others.length > 0)) && others.every((word) => INPUTS.has(word) || word === 'and' || word === 'all');
}

/** Its answer is what counts, and nothing is thrown: `isAllowed`, `hasTraversal`. */
export function saysQuestion(name: string): boolean {
  return /^(?:is|has|can|should)(?![a-z])/.test(name);
}
