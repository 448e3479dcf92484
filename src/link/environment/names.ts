/**
 * What the name of an environment variable says: a small vocabulary, on purpose. Names are compared in upper case with `_`
 * between words (`databaseUrl` counts as `DATABASE_URL`). A prefix that a bundler makes public takes the secret out of a name.
 */

/** Every deployment can do without these: the platform sets them, or a sensible default exists for all. */
const HARMLESS = [
  /^(NODE_ENV|APP_ENV|ENV|ENVIRONMENT|PORT|APP_PORT|HTTP_PORT|SERVER_PORT|HOST|HOSTNAME|BIND_(HOST|ADDRESS)|LISTEN_.+|TZ|LANG|LANGUAGE|LC_.+|LOCALE|CI|DEBUG|VERBOSE|HOME|PATH|USER|SHELL|PWD|TERM|EDITOR|TMPDIR|TEMP|TMP)$/,
  /^(NPM_|npm_|VITEST|JEST|FORCE_COLOR|NO_COLOR|NEXT_RUNTIME|NODE_OPTIONS|GITHUB_ACTIONS|VERCEL(_ENV)?$)/,
  /(^|_)(LOG_LEVEL|LOG_FORMAT|LOGLEVEL|LOG_PRETTY|VERSION|RELEASE|COMMIT|SHA|BUILD)($|_)/,
  /(^|_)(ENABLED?|DISABLED?|FLAG|FEATURE|TIMEOUT|TIMEOUT_MS|INTERVAL|RETRIES|CONCURRENCY|WORKERS|THREADS|BATCH_SIZE|MAX|MIN|LIMIT|SIZE|LENGTH|TTL|EXPIRY|EXPIRES(_IN)?|EXPIRATION|MS|SECONDS|MINUTES|HOURS|DAYS|COUNT|WINDOW|ROUNDS|DEPTH|PREFIX|MODE|STRATEGY|DIALECT|LEVEL|FORMAT|LOCALE|REGION|MODEL|TEMPERATURE)$/,
  /^(ENABLE|DISABLE|SKIP|USE|ALLOW|IS|HAS|WITH|SHOULD|FEATURE|MAX|MIN)_/,
];

const PUBLIC_PREFIX = /^(NEXT_PUBLIC|VITE|REACT_APP|PUBLIC|NUXT_PUBLIC|EXPO_PUBLIC|GATSBY)_/;

const SECRET =
  /(^|_)(SECRET|SECRETS|PASSWORD|PASSWD|PASSPHRASE|PASS|TOKEN|API_?KEY|APIKEY|PRIVATE_KEY|ACCESS_KEY|SIGNING_KEY|ENCRYPTION_KEY|MASTER_KEY|SERVICE_ROLE_KEY|AUTH_KEY|SECRET_KEY|KEY|CREDENTIAL|CREDENTIALS|PEPPER|SALT)$/;

/** Secret in sound only: about a secret, or made to be public. */
const NOT_SECRET =
  /(^|_)(PUBLIC|PUBLISHABLE|ANON|SITE|CACHE|PARTITION|SORT|PRIMARY|FOREIGN|IDEMPOTENCY|HEADER|COOKIE|STORAGE|OBJECT|ROUTING|BUCKET)_(API_?)?KEY$|_KEY_(ID|NAME)$|(^|_)(MAX|MIN|NEXT|COUNT|PER)_TOKENS?$|^KEY$/;

/** Production must say where these are; a default can only be right for one machine. */
const REQUIRED =
  /(^|_)(URL|URI|URLS|ENDPOINT|HOST|HOSTS|DOMAIN|ORIGIN|ORIGINS|SERVER|SERVERS|BROKER|BROKERS|DSN|ADDR|ADDRESS|CONNECTION_STRING|DATABASE|DB|DB_NAME|BUCKET|QUEUE_NAME|TOPIC|(TAX|EXCHANGE|FEE|INTEREST|VAT|COMMISSION)_RATE)$|(^|_)(DB|DATABASE|POSTGRES|PG|MYSQL|REDIS|MONGO|MONGODB|SMTP|MAIL|RABBITMQ|AMQP|KAFKA|ELASTIC|ELASTICSEARCH)_(PORT|USER|USERNAME|NAME)$/;

export function normalisedName(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').replace(/[.\-\s]+/g, '_').toUpperCase();
}

export function isSecretName(name: string): boolean {
  const normalised = normalisedName(name);
  return SECRET.test(normalised) && !NOT_SECRET.test(normalised) && !PUBLIC_PREFIX.test(normalised);
}

export function isHarmlessName(name: string): boolean {
  const normalised = normalisedName(name);
  return !isSecretName(name) && !namesAnotherPlace(normalised) && HARMLESS.some((pattern) => pattern.test(normalised));
}

export function isRequiredName(name: string): boolean {
  return isSecretName(name) || namesAnotherPlace(normalisedName(name));
}

/** `HOST` alone is where this server listens; `DB_HOST` is where another one is. */
function namesAnotherPlace(normalised: string): boolean {
  return REQUIRED.test(normalised) && !/^(HOST|SERVER|ADDRESS|DOMAIN)$/.test(normalised);
}

/** A module whose path says that it is about configuration. */
export function isConfigurationPath(path: string): boolean {
  return (
    /(^|\/)(config|configs|configuration|env|environment|environments|settings)\//i.test(path) ||
    /(^|\/)[\w.-]*(config|configuration|env|environment|settings)(\.[\w-]+)*\.[cm]?[jt]sx?$/i.test(path)
  );
}
