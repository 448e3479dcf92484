/**
 * What the name of an environment variable says: a small vocabulary, on purpose. Names are compared in upper case with `_`
 * between words (`databaseUrl` counts as `DATABASE_URL`). A prefix that a bundler makes public takes the secret out of a name.
 */

/** Every deployment can do without these: a sensible default exists for all. */
const HARMLESS = [
  /^(NODE_ENV|APP_ENV|ENV|ENVIRONMENT|PORT|APP_PORT|HTTP_PORT|SERVER_PORT|HOST|HOSTNAME|BIND_(HOST|ADDRESS)|LISTEN_.+|TZ|LANG|LANGUAGE|LC_.+|LOCALE|CI|CI_NAME|TEST|TESTING)$/,
  /(^|_)(DEBUG|VERBOSE|QUIET|LOG_LEVEL|LOG_FORMAT|LOGLEVEL|LOG_PRETTY|VERSION|RELEASE|COMMIT|SHA|BUILD|APP_NAME|SERVICE_NAME)($|_)/,
  /(^|_)(ENABLED?|DISABLED?|FLAG|FEATURE|TIMEOUT|TIMEOUT_MS|INTERVAL|RETRIES|CONCURRENCY|WORKERS|THREADS|BATCH_SIZE|MAX|MIN|LIMIT|SIZE|LENGTH|TTL|EXPIRY|EXPIRES(_IN)?|EXPIRATION|MS|SECONDS|MINUTES|HOURS|DAYS|COUNT|WINDOW|ROUNDS|DEPTH|PREFIX|MODE|STRATEGY|DIALECT|LEVEL|FORMAT|LOCALE|REGION|MODEL|TEMPERATURE)$/,
  // Set by those who test the program.
  /^(TEST|E2E|MOCK|CYPRESS|PLAYWRIGHT)_/,
  /^(USE|ALLOW|IS|HAS|WITH|SHOULD|FEATURE|MAX|MIN)_|(^|_)(ENABLE|DISABLE|SKIP|FORCE|DROP)_|_OVERRIDES?$/,
];

/** Set by the operating system, the runtime or a build tool. */
const SYSTEM =
  /^(HOME|PATH|USER|SHELL|PWD|TERM|USERPROFILE|HOMEPATH|HOMEDRIVE|LOGNAME|DISPLAY|TERM_PROGRAM|EDITOR|TMPDIR|TEMP|TMP|APPDATA|LOCALAPPDATA|XDG_.+|WT_SESSION|NODE|NODE_OPTIONS|NODE_PATH|INIT_CWD|RUNNER_TEMP|FORCE_COLOR|NO_COLOR|VITEST.*|JEST.*|NEXT_(RUNTIME|PHASE)|NPM_.+|(HTTPS?|ALL|NO)_PROXY)$/;

/**
 * Set by the platform that runs the program (system environment variables in the documentation of Vercel, Railway, Render, Fly,
 * Heroku, Netlify, Cloudflare Pages, AWS Lambda and ECS, Google Cloud Run and App Engine, Azure App Service, Kubernetes and
 * GitHub Actions), or given a default by a specification (OpenTelemetry SDK environment variables, Datadog's unified service tags).
 */
const PLATFORM =
  /^(VERCEL|VERCEL_(ENV|TARGET_ENV|URL|BRANCH_URL|PROJECT_PRODUCTION_URL|REGION|DEPLOYMENT_ID|PROJECT_ID|GIT_.+)|RAILWAY_(PUBLIC_DOMAIN|PRIVATE_DOMAIN|STATIC_URL|(TCP_PROXY|PROJECT|ENVIRONMENT|SERVICE|REPLICA|DEPLOYMENT|SNAPSHOT|VOLUME|GIT)(_.+)?)|RENDER|RENDER_(EXTERNAL|SERVICE|INSTANCE|GIT|DISCOVERY)_.+|FLY_(APP_NAME|MACHINE_ID|ALLOC_ID|REGION|PUBLIC_IP|PRIVATE_IP|IMAGE_REF|PROCESS_GROUP)|DYNO|HEROKU_(APP|SLUG|RELEASE|DYNO)_.+|NETLIFY|DEPLOY_(PRIME_)?URL|CF_PAGES(_.+)?|AWS_LAMBDA_.+|AWS_EXECUTION_ENV|AWS_(DEFAULT_)?REGION|LAMBDA_TASK_ROOT|ECS_CONTAINER_METADATA_URI(_V4)?|K_(SERVICE|REVISION|CONFIGURATION)|FUNCTION_TARGET|GAE_.+|WEBSITE_(HOSTNAME|SITE_NAME|INSTANCE_ID)|KUBERNETES_(SERVICE|PORT)(_.+)?|POD_(NAME|NAMESPACE|IP)|GITHUB_(ACTIONS|REF.*|RUN_.+|WORKFLOW|WORKSPACE|REPOSITORY|EVENT_.+|HEAD_REF|BASE_REF|SERVER_URL)|OTEL_.+|DD_(ENV|SERVICE|VERSION|AGENT_HOST|ENTITY_ID|TRACE_.+))$/;

/** What Vite itself defines on `import.meta.env`. */
const BUNDLER = /^(MODE|DEV|PROD|SSR|BASE_URL)$/;

const PUBLIC_PREFIX = /^(NEXT_PUBLIC|VITE|REACT_APP|PUBLIC|NUXT_PUBLIC|EXPO_PUBLIC|GATSBY|SANITY_STUDIO|STORYBOOK|VUE_APP)_/;

/** Which one of several, or how it is written: `JWT_SECRET_PREVIOUS`, `PRIVATE_KEY_BASE64`. */
const SUFFIX = '(_(V?\\d+|OLD|NEW|CURRENT|PREVIOUS|PRIMARY|SECONDARY|DEV|TEST|STAGING|PROD|PRODUCTION|BASE64|B64|HEX))?$';

const SECRET = new RegExp(
  `(SECRET|PASSWORD|PASSWD|APIKEY|SECRETKEY|(^|_)(SECRETS|PASSPHRASE|PASS|PWD|TOKEN|KEY|CREDENTIAL|CREDENTIALS|PEPPER|SALT|(APP|API|SECRET|SESSION|COOKIE|SIGNING|ENCRYPTION|JWT)_KEYS))${SUFFIX}`,
);

/** Secret in sound only: about a secret, or made to be public. */
const NOT_SECRET = new RegExp(
  [
    '(^|_)(PUBLIC|PUBLISHABLE|ANON|SITE|CACHE|PARTITION|SORT|PRIMARY|FOREIGN|IDEMPOTENCY|HEADER|COOKIE|STORAGE|OBJECT|ROUTING|BUCKET|SEARCH_ONLY|QUERY|GROUP)_(API_?)?KEY(_.+)?$',
    // Keys of puzzles, which stand in the page that shows them; without one no puzzle is shown.
    '(^|_)(RECAPTCHA|HCAPTCHA|TURNSTILE)_((V[23]|ENTERPRISE|CLIENT)_)?KEY$',
    // Project keys of product analytics, which stand in every page.
    '(^|_)(POSTHOG|SEGMENT|MIXPANEL|AMPLITUDE|RUDDERSTACK|PLAUSIBLE)_(.+_)?(KEY|TOKEN)$',
    '(^|_)(MAX|MIN|NEXT|COUNT|PER|INPUT|OUTPUT)_TOKENS?$',
    // Rounds of a job: `MAX_ROWS_PER_PASS`.
    '(^|_)(PER|FIRST|SECOND|EACH|MULTI|SINGLE)_PASS$',
    '^(KEY|PWD|OLDPWD|GOOGLE_APPLICATION_CREDENTIALS)$',
    '(^|_)(ALLOW|USE|ENABLE|DISABLE|WITH|HAS|REQUIRE|SHOW|HIDE|SKIP|RESET|FORGOT)_(\\w+_)?(CREDENTIALS?|PASSWORD|TOKEN|KEY|SECRET|SECRETS)$',
  ].join('|'),
);

/** Production must say where these are; a default can only be right for one machine. */
const REQUIRED =
  /(^|_)(URL|URI|URLS|ENDPOINT|HOST|HOSTS|DOMAIN|ORIGIN|ORIGINS|SERVER|SERVERS|BROKER|BROKERS|DSN|ADDR|ADDRESS|CONNECTION_STRING|DATABASE|DB|DB_NAME|BUCKET|(TAX|EXCHANGE|FEE|INTEREST|VAT|COMMISSION)_RATE)$|(^|_)(DB|DATABASE|POSTGRES|PG|MYSQL|REDIS|MONGO|MONGODB|SMTP|MAIL|RABBITMQ|AMQP|KAFKA|ELASTIC|ELASTICSEARCH)_(PORT|USER|USERNAME|NAME)$/;

/**
 * `HOST` alone and `LISTEN_ADDRESS` are where this server listens; a cookie without a domain belongs to this host, nobody need
 * receive reports of browsers, and AWS and Redis have an endpoint and a database of their own; tests and other stages are not production; what watches the program is off where it is not set; lists of exceptions, overrides and switches (`DROP_DATABASE`) may be left out.
 */
const NOT_REQUIRED =
  /^(HOST|SERVER|ADDRESS|DOMAIN)$|(^|_)(LISTEN|BIND)(_|$)|(^|_)COOKIE_DOMAIN$|(^|_)(AWS|S3|SQS|SNS|SES|DYNAMODB|KMS)_ENDPOINT(_URL)?$|(^|_)(REDIS|VALKEY)_DB$|(^|_)REPORT_UR[IL]$|^(TEST|E2E|MOCK)_|(^|_)(TEST|DEV|DEVELOPMENT|SANDBOX)$|^(SENTRY|PYROSCOPE|JAEGER|ZIPKIN|HONEYCOMB|LOKI|STATSD|BUGSNAG|ROLLBAR|DATADOG|APM|ELASTIC_APM|NEW_RELIC)_|(^|_)(DENY|DENYLIST|DENIED|BLOCK|BLOCKED|BLOCKLIST|BYPASS|IGNORE|IGNORED|EXCLUDE|EXCLUDED|OVERRIDE|OPTIONAL)(_|$)|(^|_)(DROP|RESET|SEED|SYNC|MIGRATE|SKIP|USE|ENABLE|DISABLE|START|RUN)_(DATABASE|DB|SERVER|SERVERS)$/;

/** A way round, a faster copy, what counts visits or watches the program, and pages that are linked to: the program does without them. */
const DISPENSABLE =
  /(^|_)(HTTPS?_|SOCKS\d?_)?PROXY_(URL|HOST|SERVER|PASS|PASSWORD|TOKEN)$|(^|_)CDN_(URL|HOST|DOMAIN|ORIGIN|ENDPOINT)$|^(SENTRY|POSTHOG|PLAUSIBLE|UMAMI|MATOMO|MIXPANEL|AMPLITUDE|SEGMENT|RUDDERSTACK|DD|DATADOG|NR|NEW_RELIC|KEYMETRICS|BUGSNAG|ROLLBAR|HONEYCOMB|APPINSIGHTS)_|^APPLICATIONINSIGHTS?_|(^|_)TELEMETRY_UR[IL]$|(^|_)(SUPPORT|PRIVACY|PRIVACY_POLICY|TERMS|TERMS_OF_SERVICE|LOGO|BACKGROUND(_(LIGHT|DARK))?|LOGO_(LIGHT|DARK)|FAVICON|HELP|DOCS|DOCUMENTATION|HOME_?PAGE|IMPRINT|STATUS_PAGE|FEEDBACK|SURVEY|UPDATES?|CHANGELOG)_UR[LI]$/;

/** The key of the test mode, which production may well not have. */
const OTHER_STAGE = /(^|_)(TEST|DEV|DEVELOPMENT|SANDBOX)$/;

export function normalisedName(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').replace(/[.\-\s]+/g, '_').toUpperCase();
}

/** A bundler writes its value into what browsers load (Next.js, Vite, Create React App, Nuxt, Expo, Gatsby, Vue CLI …). */
export function isPublicName(name: string): boolean {
  return PUBLIC_PREFIX.test(normalisedName(name));
}

export function isSecretName(name: string): boolean {
  const normalised = normalisedName(name);
  return SECRET.test(normalised) && !NOT_SECRET.test(normalised) && !PUBLIC_PREFIX.test(normalised);
}

/** @param via API path of the read, e.g. `global:import.meta.env.MODE` */
export function isHarmlessName(name: string, via = ''): boolean {
  const normalised = normalisedName(name);
  if (isGiven(normalised, via)) return true;
  return !isSecretName(name) && !namesAnotherPlace(normalised) && HARMLESS.some((pattern) => pattern.test(normalised));
}

export function isRequiredName(name: string, via = ''): boolean {
  const normalised = normalisedName(name);
  return !isGiven(normalised, via) && !DISPENSABLE.test(normalised) && ((isSecretName(name) && !OTHER_STAGE.test(normalised)) || namesAnotherPlace(normalised));
}

/** Nobody who deploys has to set it: the system, the platform or the bundler does. */
function isGiven(normalised: string, via: string): boolean {
  return SYSTEM.test(normalised) || PLATFORM.test(normalised) || (via.includes('import.meta.env') && BUNDLER.test(normalised));
}

function namesAnotherPlace(normalised: string): boolean {
  return REQUIRED.test(normalised) && !NOT_REQUIRED.test(normalised);
}

/** A module whose path says that it is about configuration. */
export function isConfigurationPath(path: string): boolean {
  return (
    /(^|\/)(config|configs|configurations?|constants|env|environment|environments|settings)\//i.test(path) ||
    /(^|\/)[\w.-]*(config|configurations?|constants|env|environment|settings)(\.[\w-]+)*\.[cm]?[jt]sx?$/i.test(path) ||
    // What tools look for by name and load before anything else (databases, agents that instrument the process), and a module of defaults.
    /(^|\/)(knexfile|ormconfig|defaults|newrelic|cube|instrument(ation)?([.-]\w+)?)\.[cm]?[jt]s$/i.test(path)
  );
}
