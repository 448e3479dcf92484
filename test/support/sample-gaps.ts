/** The gaps of the sample report, in report order. */
import type { Finding, Gap } from '../../src/contracts/audit.js';
import { HOSTILE, place } from './sample-report.js';

const API = 'packages/api';

export function sampleGaps(): Gap[] {
  return [authMissing(), sqlInjection(), tlsVerify(), timeoutOutbound(), envCentral(), readmeRun(), ...withoutOpenSites()].map(
    (gap, index) => ({ ...gap, number: index + 1 }),
  );
}

function authMissing(): Gap {
  const routes = Array.from({ length: 4 }, (_, index) =>
    finding('fail', 'auth-missing', index, {
      location: place(`${API}/src/routes/admin.ts`, 10 + index * 3, 8, 14),
      label: `POST /admin/users/:id/${index}`,
      message: `no authentication guard stands before POST /admin/users/:id/${index}`,
      priority: 'P0',
      frame: { startLine: 9 + index * 3, lines: ['', `router.post('/users/:id/${index}', disableUser);`, '', ''] },
    }),
  );
  return gap('auth-missing', {
    title: 'Route without authentication',
    priority: 'P0',
    status: 'missing',
    coverage: { passing: 0, failing: 4, unknown: 0, total: 4 },
    siteName: 'site',
    groups: [],
    findings: routes,
    weight: 10,
    points: 26.3,
    effortMinutes: 120,
    recipes: [{ library: 'express', before: "router.post('/users', createUser);", after: "router.post('/users', requireUser, createUser);" }],
    files: [`${API}/src/routes/admin.ts`],
    standards: { cwe: [306], owasp: ['A07:2025'], asvs: ['8.2.1'] },
  });
}

function sqlInjection(): Gap {
  const flow = finding('fail', 'sql-injection', 0, {
    location: { path: `${API}/src/orders/repository.ts`, line: 88, column: 17, endLine: 88, endColumn: 32 },
    label: 'this.pool.query',
    message: 'request query parameter "sort" becomes part of the SQL text',
    priority: 'P0',
    symbol: 'OrdersRepository.find',
    recipe: 'pg',
    steps: [
      { location: place(`${API}/src/orders/routes.ts`, 12, 20), text: 'request query parameter "sort" is read' },
      { location: place(`${API}/src/orders/service.ts`, 31, 9), text: 'passed to OrdersRepository.find() as "sort"' },
      { location: place(`${API}/src/orders/repository.ts`, 88, 24), text: 'becomes part of the statement of this.pool.query()' },
    ],
    related: [{ location: place(`${API}/src/db.ts`, 4), text: 'the pool is made here [sic](1)' }],
    frame: {
      startLine: 86,
      lines: ['\tasync find(sort: string) {', '\t\tconst order = sort;', '\t\treturn await this.pool.query(`SELECT * FROM orders ORDER BY ${order}`);', '\t}', ''],
    },
  });
  const hostile = finding('fail', 'sql-injection', 1, {
    location: place(`${API}/src/pwn|\`<b>.ts`, 3, 1, 20),
    label: HOSTILE.html,
    message: `${HOSTILE.escape} ${HOSTILE.link} ${HOSTILE.bidi} ${HOSTILE.markdown} ${HOSTILE.html} $\{a} and $\{b} @team https://evil.example`,
    priority: 'P1',
    confidence: 'medium',
    frame: { startLine: 3, lines: [`db.query(${HOSTILE.escape}${HOSTILE.bidi} \`\`\`\`${HOSTILE.html})`] },
  });
  const wide = finding('fail', 'sql-injection', 2, {
    location: place(`${API}/src/検索/非常に長いディレクトリ名/非常に長いディレクトリ名/search-repository.ts`, 120, 140, 170),
    label: 'db.query',
    message: '検索語が SQL 文に埋め込まれています。'.repeat(4),
    priority: 'P1',
    frame: { startLine: 120, lines: [`const 結果 = ${'await '.repeat(30)}db.query("SELECT " + 検索語) // ${'long '.repeat(40)}`] },
  });
  const doubtful = finding('fail', 'sql-injection', 3, {
    location: place(`${API}/src/maybe.ts`, 9),
    message: 'looks like SQL text given to an unknown query()',
    confidence: 'low',
    open: false,
  });
  const passes = [0, 1, 2].map((index) =>
    finding('pass', 'sql-injection', 10 + index, {
      location: place(`${API}/src/users/repository.ts`, 20 + index),
      label: 'this.pool.query',
      message: 'the statement is constant and values are parameters',
      lineHash: '',
      frame: null,
      open: false,
    }),
  );
  return gap('sql-injection', {
    title: 'SQL built by string formatting',
    priority: 'P0',
    status: 'partial',
    coverage: { passing: 3, failing: 3, unknown: 1, total: 7 },
    siteName: 'site',
    groups: [],
    findings: [flow, hostile, wide, doubtful, ...passes],
    weight: 10,
    credit: 0.5,
    points: 13.2,
    effortMinutes: 60,
    recipes: [{ library: 'pg', before: 'pool.query(`SELECT * FROM t WHERE id = ${id}`)', after: "pool.query('SELECT * FROM t WHERE id = $1', [id])" }],
    files: [`${API}/src/orders/repository.ts`, `${API}/src/pwn|\`<b>.ts`, `${API}/src/検索/非常に長いディレクトリ名/非常に長いディレクトリ名/search-repository.ts`],
    standards: { cwe: [89], owasp: ['A05:2025'], asvs: ['1.2.4'] },
  });
}

function tlsVerify(): Gap {
  return gap('tls-verify', {
    title: 'TLS certificates not verified',
    priority: 'P0',
    status: 'fixed',
    coverage: { passing: 1, failing: 0, unknown: 0, total: 1 },
    siteName: 'site',
    groups: [],
    findings: [finding('pass', 'tls-verify', 0, { location: place(`${API}/src/db.ts`, 4), message: 'verification is on', open: false, frame: null, lineHash: '' })],
    weight: 10,
    credit: 1,
  });
}

function timeoutOutbound(): Gap {
  const failing = [`${API}/src/stripe.ts`, 'packages/worker/src/geo.ts'].map((path, index) =>
    finding('fail', 'timeout-outbound', index, {
      location: place(path, 7, 18, 27),
      label: 'axios.get',
      message: 'axios.get has no timeout; a peer that hangs holds this request for ever',
      package: index === 0 ? API : 'packages/worker',
      recipe: 'axios',
      frame: { startLine: 7, lines: ['  return (await axios.get(url)).data;'] },
    }),
  );
  const passing = Array.from({ length: 13 }, (_, index) =>
    finding('pass', 'timeout-outbound', 10 + index, { location: place(`${API}/src/clients.ts`, 5 + index), message: 'timeout set where the client is made', open: false, frame: null, lineHash: '' }),
  );
  return gap('timeout-outbound', {
    title: 'Outbound HTTP call without a timeout',
    area: 'reliability',
    status: 'partial',
    coverage: { passing: 13, failing: 2, unknown: 0, total: 15 },
    siteName: 'site',
    groups: [],
    findings: [...failing, ...passing],
    weight: 5,
    credit: 13 / 15,
    points: 1.8,
    effortMinutes: 30,
    recipes: [{ library: 'axios', before: 'axios.get(url)', after: 'axios.get(url, { timeout: 10_000 })' }],
    files: failing.map(({ location }) => location.path),
    standards: { cwe: [1088], owasp: [], asvs: ['13.2.6'] },
  });
}

function envCentral(): Gap {
  return gap('env-central', {
    title: 'Environment read outside the configuration module',
    area: 'configuration',
    priority: 'P2',
    status: 'partial',
    coverage: { passing: 5, failing: 2, unknown: 0, total: 7 },
    siteName: 'site',
    groups: [],
    findings: [0, 1].map((index) => finding('fail', 'env-central', index, { location: place(`${API}/src/env.ts`, 3 + index), label: 'PORT', message: 'PORT is read here', priority: 'P2' })),
    weight: 2,
    credit: 5 / 7,
    points: 1.5,
    effortMinutes: 60,
    files: [`${API}/src/env.ts`],
  });
}

function readmeRun(): Gap {
  return gap('readme-run', {
    title: 'README does not say how to run the service',
    area: 'operations',
    priority: 'P3',
    status: 'missing',
    coverage: { passing: 0, failing: 1, unknown: 0, total: 1 },
    siteName: 'site',
    groups: [],
    findings: [finding('fail', 'readme-run', 0, { location: place('package.json', 1, 1, 2), label: 'project', message: 'README.md has no heading about running', priority: 'P3', package: '', frame: { startLine: 1, lines: ['{'] } })],
    weight: 1,
    points: 2.6,
    effortMinutes: 20,
    files: ['package.json'],
  });
}

function withoutOpenSites(): Gap[] {
  const suppressed = finding('fail', 'weak-crypto', 0, {
    location: place(`${API}/src/search.ts`, 31),
    message: 'md5 is broken',
    open: false,
    suppression: { reason: 'cache key, not a secret | see <ADR 7>', line: 30 },
  });
  return [
    gap('weak-crypto', { title: 'Weak hash', status: 'accepted', reason: 'cache key, not a secret | see <ADR 7>', findings: [suppressed] }),
    gap('encryption-at-rest', { title: 'Data not encrypted at rest', area: 'data', priority: 'P2', status: 'attested', reason: 'RDS, https://wiki.example/rds, until 2027-03-31' }),
    gap('csrf', { title: 'No CSRF protection', status: 'error', reason: 'the rule failed: bad operand' }),
    gap('backup-policy', { title: 'No backup policy', area: 'operations', status: 'unverified', reason: 'a backup policy is not kept in the repository' }),
    gap('tenant-filter', { title: 'Query without tenant filter', area: 'data', priority: 'P0', status: 'not-applicable', reason: 'the project has one tenant' }),
    gap('upload-scan', { title: 'Uploads are not scanned', priority: 'P3', status: 'not-applicable', reason: 'no upload was found' }),
  ];
}

function finding(verdict: Finding['verdict'], ruleId: string, index: number, given: Partial<Finding>): Finding {
  return {
    verdict,
    location: place(`${API}/src/a.ts`, 1),
    label: 'call',
    message: 'it is wrong',
    priority: 'P1',
    confidence: 'high',
    steps: [],
    related: [],
    symbol: '',
    recipe: '',
    groups: [],
    package: API,
    fingerprint: `${ruleId}-${index}`,
    lineHash: `${(index + 1).toString(16)}abc:1`,
    open: verdict === 'fail',
    frame: { startLine: given.location?.line ?? 1, lines: ['const x = 1;'] },
    suppression: null,
    ...given,
  };
}

function gap(ruleId: string, given: Partial<Gap>): Gap {
  return {
    number: 0,
    ruleId,
    title: ruleId,
    area: 'security',
    priority: 'P1',
    relevance: 'essential',
    status: 'missing',
    reason: '',
    confidence: 'high',
    coverage: { passing: 0, failing: 0, unknown: 0, total: 0 },
    siteName: 'site',
    groups: [],
    findings: [],
    weight: 0,
    credit: 0,
    points: 0,
    effortMinutes: 0,
    text: {
      requirement: `The project meets ${ruleId}`,
      why: `Without it, ${ruleId} hurts. An attacker or an outage will find it first.`,
      action: `Do what ${ruleId} asks for, at each site listed.`,
      references: [`https://example.com/${ruleId}`],
    },
    recipes: [],
    files: [],
    standards: { cwe: [], owasp: [], asvs: [] },
    ...given,
  };
}
