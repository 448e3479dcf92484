// Variables that are gathered in an object: a schema reads it, its keys are looked through, or its type says what may be missing.
import { z } from 'zod';

const schema = z.object({ url: z.string().url(), mail: z.object({ host: z.string(), password: z.string() }) });

export function appSettings() {
  const result = schema.safeParse({
    url: process.env.PARTNER_URL,
    mail: { host: process.env.MAILING_HOST, password: process.env.MAILING_PASSWORD },
  });
  if (result.error) throw new Error(result.error.message);
  return result.data;
}

interface Backup {
  secret: string;
  archiveUrl: string;
}

export const backup: Backup = (() => {
  const params: Partial<Backup> = { secret: process.env.BACKUP_SECRET, archiveUrl: process.env.ARCHIVE_URL };
  const missing = (Object.keys(params) as (keyof Backup)[]).filter((key) => params[key] === undefined);
  if (missing.length > 0) throw new Error(`missing: ${missing.join(', ')}`);
  return params as Backup;
})();

interface Integrations {
  translation?: { url?: string; token: string | undefined };
}

export const integrations = (): Integrations => ({ translation: { url: process.env.TRANSLATION_URL, token: process.env.TRANSLATION_TOKEN } });

const text = (name: string): string | undefined => process.env[name];
export const converter = { endpoint: text('CONVERTER_ENDPOINT') };

export class Links {
  help(): string | undefined {
    return process.env.WIKI_URL;
  }
}

// The program does without these.
export const pages = { proxy: process.env.OUTBOUND_PROXY_URL, help: process.env.HELP_URL, cdn: process.env.CDN_HOST };
