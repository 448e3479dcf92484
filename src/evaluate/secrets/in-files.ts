/** Secrets in committed files that are no code: settings, environments, pipelines, containers. */
import type { FoundEntry } from '../files.js';
import { secretByForm } from './found.js';
import type { FoundSecret } from './found.js';
import { secretByName } from './named.js';

/** They hold what a template has for a developer to replace, or what only a developer's machine uses. */
const EXAMPLE_FILE = /\.env\.defaults?$|(?:^|[./_-])(?:examples?|samples?|templates?|demos?|playground|tmpl|dist|schema|test|tests|testing|spec|ci|e2e|dev|devcontainer|development|local)(?=[./_-]|$)/i;
/** What a bundler writes into pages is known to every visitor: a key is one to be shown. */
const SHOWN = /^(?:NX_)?(?:NEXT_PUBLIC|VITE|REACT_APP|PUBLIC|NUXT_PUBLIC|EXPO_PUBLIC|GATSBY|STORYBOOK)_\w*(?:KEY|TOKEN|ID)$/;
/** `[use-secret-manager]`, and a number that anybody types who has to write something. */
const FILLS_IN = /^\[[a-z][a-z -]*\]$/i;
const TYPED_NUMBER = /^\d{1,8}$/;
/** Settings of what a compose file beside them starts. */
const COMPOSE_SETTINGS = /(?:^|\/)(?:dockers?|compose|docker-compose)\/(?:[\w-]+\/)*[^/]*\.env[^/]*$/i;
/** What direnv loads into a developer's shell, and what stands in for settings while the program is built. */
const OF_SHELL_OR_BUILD = /(?:^|\/)\.envrc$|(?:^|[./_-])build\.env$|\.env\.build$/i;
/** A reference to a secret that is kept elsewhere. */
const REFERENCE = /^\s*(?:\$|!|%|<|\{\{|vault:|op:\/\/|ssm:|arn:|ENC\[|file:|secret:|env:)|\$\{|\$\(|\{\{/;

/** What a pipeline does for itself alone, by the names of its jobs: it starts these services and throws them away. */
const TRIAL_KEY = /(?:^|[._-])(?:test|tests|testing|e2e|playwright|cypress|lint|check|checks|ci)(?=[._-]|$)/i;
/** Sealed for a cluster. */
const SEALED_KEY = /(?:^|\.)(?:encryptedData|sops|remoteRef)(?:\.|$)/;
/** `NAME=value` as a list of settings, an `ENV` or `ARG` instruction has it. */
const ASSIGNMENT = /(?:^|\s)([A-Za-z_][\w.-]*)=("[^"]*"|'[^']*'|\S+)/g;

/** The secret that an entry holds; null when it holds none. */
export function secretInEntry({ document, entry }: FoundEntry): FoundSecret | null {
  if (EXAMPLE_FILE.test(document.path) || SEALED_KEY.test(entry.key) || isOfDeveloper(document, entry.key)) return null;
  for (const { name, value } of settingsIn(entry.key, entry.value)) {
    if (REFERENCE.test(value)) continue;
    const found = secretByForm(value) ?? secretSetting(name, value, { document, entry });
    if (found !== null) return found;
  }
  return null;
}

/** An address by which browsers on this very machine come back: `WEB_BASE_URL: 'http://localhost:3000'`; and a password that says so itself. */
const OF_THIS_MACHINE = /^(?:[\w.-]+=)?["']?https?:\/\/(?:localhost|127\.0\.0\.1)(?::\d+)?(?:\/|["']?$)|^(?:[\w.-]+=)?["']?(?:change-?_?me\w*)["']?$/i;
/** A region, user or database of a container that is called so: `REGION: local`, `POSTGRES_USER: shop-local`. */
const CALLED_LOCAL = /^(?:[\w.-]+=)?["']?(?:[\w-]+[-_])?local["']?$/i;

/** A database whose password is its user's name, as whoever tries something out calls it: `postgres://postgres:postgres@db/app`. */
const TWIN_LOGIN = /^(?:[\w.-]+=)?["']?[a-z][\w+.-]*:\/\/([\w-]+):\1@[a-z][\w-]*(?=[:/?]|$)/i;

/** A service of a compose file, or one among the settings of a program, that is only tried out, on the machine of whoever starts it. */
function isTriedOut({ entries, format }: FoundEntry['document'], key: string): boolean {
  const settings = /^services\.[^.]+\.environment\./.exec(key)?.[0] ?? (format === 'json' ? /^.+\./.exec(key)?.[0] : undefined);
  return settings !== undefined && entries.some((each) => each.key.startsWith(settings) && !each.key.slice(settings.length).includes('.') && (OF_THIS_MACHINE.test(each.value) || (format !== 'json' && (CALLED_LOCAL.test(each.value) || TWIN_LOGIN.test(each.value)))));
}

/** A service of a compose file that runs as on a developer's machine: `NODE_ENV: development` beside it. */
function isOfDeveloper({ entries }: FoundEntry['document'], key: string): boolean {
  const settings = /^services\.[^.]+\.environment\./.exec(key)?.[0];
  return settings !== undefined && entries.some((each) => each.key.startsWith(settings) && (each.key === `${settings}NODE_ENV` ? each.value === 'development' : each.value === 'NODE_ENV=development'));
}

function secretSetting(name: string, value: string, { document, entry }: FoundEntry): FoundSecret | null {
  if ((document.class === 'ci' && TRIAL_KEY.test(entry.key)) || SHOWN.test(name) || FILLS_IN.test(value) || (TYPED_NUMBER.test(value) && /(?:KEY|TOKEN)$/i.test(name))) return null;
  const confidence = secretByName(value, { name, besideUser: false });
  // Passwords of services that a compose file or a pipeline starts for itself are no secrets; only what looks made is.
  if (confidence === null || (confidence !== 'high' && (document.format !== 'environment' || COMPOSE_SETTINGS.test(document.path)))) return null;
  if (confidence !== 'high' && isWordForAll(value, document)) return null;
  return confidence === 'low' ? null : { what: /\.\d+$|^\d+\./.test(entry.key) ? name : entry.key, by: 'name', text: value, confidence: isTriedOut(document, entry.key) || OF_SHELL_OR_BUILD.test(document.path) ? 'low' : confidence };
}

/** One word for this many secrets is a developer's: `topsecret`, `topsecret2`. */
const SHARED_BY = 3;

function isWordForAll(text: string, { entries }: FoundEntry['document']): boolean {
  const word = wordOf(text);
  return entries.filter(({ key, value }) => wordOf(value) === word && secretByName(value, { name: key, besideUser: false }) !== null).length >= SHARED_BY;
}

function wordOf(text: string): string {
  return text.trim().toLowerCase().replace(/[-_ ]?\d{1,2}$/, '');
}

/** The entry itself, or the settings that are written in its value. */
function settingsIn(key: string, value: string): { name: string; value: string }[] {
  const isList = /\.\d+$/.test(key) || /^\d+\.(?:ENV|ARG)$/.test(key);
  const written = isList ? [...value.matchAll(ASSIGNMENT)].map((match) => ({ name: match[1]!, value: match[2]!.replace(/^(["'])(.*)\1$/, '$2') })) : [];
  return written.length > 0 ? written : [{ name: key.split('.').at(-1) ?? '', value }];
}
