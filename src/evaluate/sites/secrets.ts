/** `{ secret: true, in: files }`: every text of the code, and every entry of the files, that is a secret by its form, its name or its use. */
import type { SiteSelector } from '../../contracts/rules.js';
import { maskedSecret } from '../../contracts/secret-formats.js';
import type { Evaluation } from '../evaluation.js';
import { entriesIn, pathMatcher } from '../files.js';
import { secretsInCode } from '../secrets/in-code.js';
import { secretInEntry } from '../secrets/in-files.js';
import type { FoundSecret } from '../secrets/found.js';
import { NO_SITE } from '../site.js';
import type { Site } from '../site.js';

export function secretSites({ files }: Extract<SiteSelector, { kind: 'secret' }>): (evaluation: Evaluation) => Site[] {
  const isFile = pathMatcher(files);
  return (evaluation) => [
    ...secretsInCode(evaluation).map(({ value, found }) => ({ ...NO_SITE, ...siteOf(found), value })),
    ...entriesIn(evaluation, isFile, () => true, 'own').flatMap((entry) => {
      const found = entry.entry.key.startsWith('last.') ? null : secretInEntry(entry);
      return found === null ? [] : [{ ...NO_SITE, ...siteOf(found), entry }];
    }),
  ];
}

function siteOf(secret: FoundSecret): Pick<Site, 'label' | 'confidence' | 'secret'> {
  return { label: `${secret.what} ${maskedSecret(secret.text)}`, confidence: secret.confidence, secret };
}
