/** Where the name of a tenant key is found: in words of a text, in compound names, in paths, in names of functions. */

/** Is this the name of a tenant key of the project? */
export type IsKey = (name: string) => boolean;

/** Does the text hold the name of a key as a word? */
export function textMentions(text: string, isKey: IsKey): boolean {
  for (const word of text.slice(0, 20_000).split(/[^A-Za-z0-9_]+/)) if (word !== '' && namesKey(word, isKey)) return true;
  return false;
}

/** Also a compound key is a key: `organizationId_slug`. */
export function namesKey(name: string, isKey: IsKey): boolean {
  return isKey(name) || (name.includes('_') && name.length < 200 && name.split('_').some((part) => isCompoundPart(part) && isKey(part)));
}

/** `user.tenantId`, and `user.team.id`. */
export function pathNamesKey(path: string, isKey: IsKey): boolean {
  const names = path.split('.');
  const last = names[names.length - 1] ?? '';
  const owner = names[names.length - 2];
  return namesKey(last, isKey) || (owner !== undefined && /^_?(?:id|uuid|slug)$/i.test(last) && isKey(`${owner}Id`));
}

function isCompoundPart(part: string): boolean {
  return /(?:id|uuid|slug)$/i.test(part) && part.length > 2;
}

/** `scopeToTenant(…)`, `forOrganization(…)`, `withWorkspaceId(…)`: the name says what it adds. */
export function namesScope(name: string, isKey: IsKey): boolean {
  const scope = /^(?:by|for|in|of|with|scope(?:d)?(?:To|By|For)?|where|filter(?:By|For)?|within|to|add|only|apply|and|restrictTo)_?([A-Z_].*)$/.exec(name)?.[1];
  return scope !== undefined && scope.length < 60 && (isKey(scope) || isKey(scope.replace(/(?:Scope|Filter|Where|Only|Condition)$/, '')));
}
