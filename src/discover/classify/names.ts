/** What names of files and directories say about the class of a file. Tables only; `path.ts` and `index.ts` apply them. */

export const CODE_FILE = /\.(?:[cm]?[jt]s|[jt]sx)$/;

/** The test runners' own patterns: Jest and Vitest `*.test.*`, `*.spec.*`; Nest `*.e2e-spec.ts`; Cypress `*.cy.*`; evaluations of models `*.eval.ts`. */
export const TEST_FILE = /\.(?:test|tests|spec|e2e|e2e-spec|cy|test-d|spec-d|eval|evals|mock|mocks|fixture|fixtures|stub)\.(?:[cm]?[jt]s|[jt]sx)$/;
export const TEST_SETUP_FILE = /^(?:(?:jest|vitest|mocha|cypress|test|tests)[.-](?:setup|teardown|preload|global|globals|utils|util|helpers?)|setup-?tests?(?:\.\w+)?|tests?)\.(?:[cm]?[jt]s|[jt]sx)$/i;

/** What tests start or call, beside the sources or among them: `testServer.js`, `test-helpers.ts`, `parserTestUtils.ts`, `test-fixtures.skip.ts`. */
export const TEST_HELPER_FILE = /^[Ff]aker\.(?:[cm]?[jt]s)$|^[Tt]ests?[-_]?(?:[Ss]erver|[Hh]elpers?|[Hh]arness|[Uu]tils?|[Ff]ixtures?|[Ss]etup|[Pp]reload)(?:\.skip)?\.(?:[cm]?[jt]s|[jt]sx)$|(?:[a-z\d]T|[-_.]t)ests?[-_]?(?:[Uu]tils?|[Hh]elpers?|[Ff]ixtures?)\.(?:[cm]?[jt]s|[jt]sx)$/;

/** What the runners themselves call before and after all tests, wherever it stands. */
export const TEST_RUNNER_FILE = /^(?:global[-.]?(?:setup|teardown)|(?:jest|vitest|mocha|cypress|playwright)(?:[-.]\w+)?[.-](?:setup|teardown|global-?(?:setup|teardown)))\.[cm]?[jt]s$/i;

/** Directories that hold tests wherever they stand. */
export const TEST_DIRECTORY =
  /^(?:__(?:\w*tests?\w*|mocks|fixtures|snapshots)__|cypress|(?:test|mock)-?[dD]ata|(?:e2e|unit|integration|functional|acceptance|smoke|load|perf|app|api|ui|browser)[-_]?tests?|tests?[-_]?(?:[uU]tils?|[hH]elpers?|[fF]ixtures?|[sS]upport)|tests?[-_](?:setup|unit|integration|e2e|client|server|api)|.+-(?:e2e|test-utils)|e2e-.+|[a-z]+(?:e2e|E2E)|playwright[-_]?tests?|(?:mock|fake)-(?:[\w-]+-)?(?:api|server|service|backend)|(?:api|server|service|backend)-mocks?)$/;
/** Steps and worlds of Cucumber; `features/support` alone may be a part of the domain. */
export const CUCUMBER_FILE = /(?:^|\/)(?:features\/step[-_]?definitions|features[-_][\w-]+\/(?:support|step[-_]?definitions))\//;
/** What makes entities for tests, wherever it stands: `modules/orders/testing/order.factory.ts`. */
export const TEST_FACTORY_FILE = /(?:^|\/)testing\/(?:[\w.-]+\/)*[\w.-]+\.factory\.[cm]?[jt]s$/;
/** Directories that hold tests beside the sources, but may be a part of the domain among them (`modules/tests`, `api/test/route.ts`). */
export const TEST_DIRECTORY_BY_PLACE = /^(?:[tT]ests?|mocks?|fixtures|stubs|dummies)$/;
/** Among the sources these words mean too many other things (`e2e` encryption, product `specs`): only the content tells. Products measure speeds and compare variants. */
export const TEST_DIRECTORY_OUTSIDE = /^(?:specs?|e2e|acceptance|fakes|fixture|testing|playwright|(?!(?:ab|speed)-)[a-z]+(?:-[a-z]+)*-tests?)$/;

/** From here on a path is production source, whatever a directory below is called. */
export const SOURCE_TREE = /^(?:src|app|lib|libs|server|api|backend|source|pages|routes|controllers|services|modules|functions|handlers|features|domains?)$/;
/** A directory in one of these is named after a thing of the domain. */
export const DOMAIN_CONTAINER = /^(?:modules|routes|controllers|features|domains?|resources|entities|models|handlers|functions|api|services|pages|v\d+)$/;
/** Directories of a monorepo whose children are projects. */
export const PROJECT_CONTAINER = /^(?:apps|(?:\w+-)?packages|libs|projects|services)$/;
/** Projects that only tests start: containers, browsers, a network of servers on one machine. */
export const TEST_PROJECT = /^(?:e2e|testing|testcontainers|playwright|cypress|dev-(?:env|environment|server|proxy))$/;
/** File names that a framework gives a meaning to; such a file is production code whatever its directory is called. */
export const ROLE_FILE = /\.(?:controller|module|resolver|gateway|guard|interceptor|middleware|router|routes?)\.[cm]?[jt]s$/;
export const NEXT_ROUTE_FILE = /^(?:route|page|layout|middleware)\.(?:[jt]sx?)$/;

/** Code that shows how to use a project. */
export const EXAMPLE_DIRECTORY = /^(?:(?:examples?|samples?|demos?)(?:-(?:apps?|applications?|services?|projects?))?|playgrounds?|sandbox|starters?|boilerplates?)$/;
/** The same in one file at the root of a package: `sample.js`. */
export const EXAMPLE_FILE = /^(?:samples?|examples?)\.[cm]?[jt]s$/;
/** Anywhere: what somebody copies and fills in, `data-source.example.ts`. */
export const FILE_TO_COPY = /\.(?:example|sample)\.[cm]?[jt]s$/;
/** A program of its own that shows how a client would use this one, if nothing is exported from it. */
export const USAGE_FILE = /^usage\.[cm]?[jt]s$/;
export const EXAMPLE_PROJECT = /^(?:examples?|samples?|playgrounds?|sandbox)$/;
/** Scaffolds, when a manifest of their own stands in them. */
export const TEMPLATE_DIRECTORY = /^(?:templates?|templates?-.+|scaffolds?|skeletons?)$/;

/** Beside the program; what asks somebody at a terminal there is run by hand. */
export const BY_HAND_DIRECTORY = /^(?:extras?|tools?|setup|install(?:er)?)$/;
/** The program itself, or a command of its own. */
export const MAIN_FILE = /^(?:index|main|app|server|cli|start|run|bot|worker)\./;
export const SCRIPT_DIRECTORY = /^(?:scripts?|seeds|seeders)$/;
/** Scripts as the first directory of a package. */
export const BENCHMARK_DIRECTORY = /^(?:bench|benchmarks?|hack|codemods|\.?ci)$/;
/** Scripts as the first directory of a package that keeps its sources elsewhere; an agent's `tools` are its sources. */
export const TOOL_DIRECTORY = /^(?:(?:claude-|build-|dev-)?tools|tooling|devtools)$/;
/** Packages of a workspace that rewrite or measure code. */
export const TOOL_PACKAGE = /^(?:codemods?|bench|benchmarks?)$/;
/** The other entry of a program, for those who work on it: `bin/dev.js` beside `bin/prod.js`. */
export const DEVELOPMENT_ENTRY = /(?:^|\/)bin\/dev(?:[-.]server)?\.[cm]?[jt]s$/;
/** Entries of a server that swaps its modules while somebody works on it: `main.hmr.ts`, `main-hmr.ts`. */
export const HOT_RELOAD_FILE = /[.-]hmr\.[cm]?[jt]s$/i;
/** What writes settings before a container starts its program, and what whoever runs the service does at a terminal, beside the manifest. */
export const OPERATOR_FILE = /^(?:docker-entrypoint|(?:reset|create|generate|set)-(?:password|admin|user|2fa|keys?|secrets?)(?:-[\w-]+)?)\.[cm]?[jt]s$/;
/** Tools of those who work on a monorepo: `dev/tool`, `dev/import-tool`. */
export const DEVELOPERS_TOOL = /(?:^|\/)dev\/(?:[\w-]+-)?tool$/;
export const SCRIPT_FILE = /^(?:gulpfile|gruntfile|jakefile|build|esbuild|webpack(?:\.[\w-]+)?|rollup(?:\.[\w-]+)?)\.(?:[cm]?[jt]s)$/i;
/** What moves data once, outside the sources: `releases/migrate-to-v2.mjs`. */
export const MOVING_FILE = /^migrate[-_][\w-]+\.(?:[cm]?[jt]s)$/i;
export const SEED_FILE = /(?:^|\/)(?:prisma|db|database|drizzle|scripts)\/(?:seed|populate)(?:\.[cm]?[jt]s$|\/)/;
/** Seeds beside the manifest of a package whose sources stand in a directory. */
export const ROOT_SEED_FILE = /^(?:seed|populate)(?:[-.][\w-]+)?\.(?:[cm]?[jt]s)$/;
/** Code of pipelines, hooks and editors: `.github/`, `.husky/`, `.vscode/`. */
export const HIDDEN_DIRECTORY = /^\.(?!well-known)[\w-]+\//;
/** What writes files of a project for those who work on it: plop, also as Turborepo starts it, and hygen. */
export const GENERATOR_FILE = /(?:^|\/)(?:turbo\/generators|plop-templates|_templates)\/|(?:^|\/)plopfile\.[cm]?[jt]s$/;
export const BENCHMARK_FILE = /(?:^|\.)bench\.(?:[cm]?[jt]s|[jt]sx)$/;
/** Where helpers lie, of which those below `testing` help tests. */
export const HELPERS_DIRECTORY = /^(?:utils?|utilities|helpers|common|shared|support|internal)$/;

export const DOCUMENTATION_DIRECTORY = /^(?:docs?|documentation|\.vitepress|\.docusaurus)$/;
export const DOCUMENTATION_FILE = /(?:\.(?:mdx?|markdown|rst|adoc|txt)$)|(?:^|\/)(?:LICEN[CS]E|NOTICE|AUTHORS|CODEOWNERS)$/i;
export const STORY_FILE = /\.(?:stories|story)\.(?:[cm]?[jt]s|[jt]sx)$/;

/**
 * Configuration of development tools that happens to be code. Only names of known tools: `database.config.ts` in a Nest
 * application is production code, and so are `payload.config.ts`, `medusa-config.ts`, `mikro-orm.config.ts` and `knexfile.js`;
 * `next.config.js` too, whose headers() and redirects answer requests.
 */
export const TOOL_CONFIGURATION_FILE =
  /^(?:(?:nuxt|forge|electron-builder|rspack|rsbuild|vite|vitest|jest|webpack|rollup|babel|postcss|tailwind|eslint|prettier|tsup|tsdown|drizzle|playwright|cypress|svelte|astro|remix|react-router|metro|karma|wdio|commitlint|lint-staged|release|stylelint|craco|vue|quasar|gatsby|prisma|ecosystem|codegen|graphql|build|turbo|docusaurus|knip|size-limit|changelog|checkly|lingui|orval|kubb|openapi-ts|unlighthouse|commitizen|vitest\.\w+|jest[.-]\w+|vite\.\w+|webpack\.\w+)[.-]config(?:\.[\w-]+)?\.(?:[cm]?[jt]s)|vitest\.workspace\.[cm]?[jt]s|\.[\w-]+rc\.[cm]?[jt]s|\.pnpmfile\.[cm]?js|karma\.conf\.[cm]?[jt]s|wdio\.conf\.[cm]?[jt]s)$/;
export const DATA_CONFIGURATION_FILE = /(?:\.(?:ya?ml|toml|ini|conf|properties)$)|(?:(?:^|\/)(?:[jt]sconfig[\w.-]*\.json|\.[\w-]+rc(?:\.json)?|\.editorconfig|\.gitignore|\.gitattributes|\.npmrc|\.nvmrc|\.node-version|nest-cli\.json|nx\.json|turbo\.json|lerna\.json|vercel\.json|biome\.jsonc?|components\.json)$)/;

export const MANIFEST_FILE = /(?:^|\/)(?:package\.json|package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|pnpm-workspace\.yaml|bun\.lockb?|deno\.jsonc?|deno\.lock)$/;
export const ENVIRONMENT_FILE = /(?:^|\/)\.env(?:\.[\w.-]+|rc)?$|(?:^|\/)[\w-]+\.env$/;
export const CONTAINER_FILE =
  /(?:^|\/)(?:(?:Docker|Container)file(?:[.-][\w.-]+)?|[\w.-]+\.[Dd]ockerfile|(?:docker-)?compose(?:[.-][\w.-]+)?\.ya?ml|\.dockerignore|Chart\.yaml|skaffold\.ya?ml|kustomization\.ya?ml)$/;
export const PIPELINE_FILE =
  /^(?:\.github\/(?:workflows|actions)\/.+\.ya?ml|\.gitlab-ci\.yml|\.gitlab\/.+\.ya?ml|\.circleci\/.+|azure-pipelines[\w.-]*\.ya?ml|Jenkinsfile|bitbucket-pipelines\.yml|\.travis\.yml|\.drone\.ya?ml|\.buildkite\/.+|\.woodpecker[\w./-]*\.ya?ml|cloudbuild\.ya?ml|buildspec\.ya?ml|\.ci\/.+)$/;

export const MIGRATION_DIRECTORY = /^(?:[a-z-]*[mM]igrations?|migrate)$/;
/** A migration that is a directory, as MedusaJS, Prisma and Drizzle Kit 1 make it: `20250812110001_backfill/migration.ts`, `drizzle/20240511015357_init/migration.sql`. */
export const MIGRATION_STEP = /^\d{10,}[_-]/;
/** Sequence number, timestamp, or Flyway's `V1__`. */
export const MIGRATION_NAME = /^(?:\d{3,}|V\d+(?:_\d+)*__|U\d+__|R__)|\.migration\.[cm]?[jt]s$|[Mm]igration\d{8,}|^migrate[A-Z-]/;

export const VENDORED_FILE = /(?:[.-]min\.(?:[cm]?js)$)|(?:^|\/)(?:jquery|bootstrap|angular|react|vue|lodash|moment|d3|underscore)[.-]\d[\w.-]*\.js$/;
export const VENDORED_DIRECTORY = /^(?:node_modules|bower_components|jspm_packages|third[-_]party|\.yarn|\.pnp)$/;
/** Vendored outside the sources only: a marketplace has vendors in its domain. */
export const VENDORED_DIRECTORY_OUTSIDE = /^(?:vendors?|externals?)$/;
/** Where a web server's static files stand; a `vendor` below is a library for the browser. */
export const STATIC_DIRECTORY = /^(?:public|static|assets|wwwroot|www)$/;

export const GENERATED_FILE = /\.(?:generated|gen)\.(?:[cm]?[jt]s|[jt]sx)$|(?:^|\/)(?:next-env|worker-configuration|auto-imports|components)\.d\.ts$|(?:^|\/)\.pnp\.[cm]?js$|_pb\.(?:js|ts)$|_pb\.d\.ts$/;
export const GENERATED_DIRECTORY = /^(?:generated|__generated__|\.generated|\.next|\.nuxt|\.output|\.svelte-kit|\.turbo|\.cache|\.vercel|\.serverless|\.sst|\.astro|\.wrangler|cdk\.out|storybook-static|\.nyc_output)$/;
/** Build output outside the sources. */
export const OUTPUT_DIRECTORY = /^(?:dist|coverage)$/;
/** Build output if the content shows that a compiler wrote it. */
export const OUTPUT_DIRECTORY_BY_CONTENT = /^(?:lib|libs|build|out|output|cjs|esm|es|umd|commonjs)$/;
