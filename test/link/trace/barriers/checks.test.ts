/** What each kind of check proves, and for which sinks. Each good case has a twin in which one detail is turned round. */
import { describe, expect, test } from 'vitest';
import type { Sink } from '../../../../src/contracts/sinks.js';
import { reaches } from './barriers-of.js';

type Case = [sink: Sink, body: string, before?: string];

function stops(cases: Case[]): void {
  test.each(cases)('stops for %s: %s', (sink, body, before = '') => {
    expect(reaches(sink, body, before)).toBe(false);
  });
}

function lets(cases: Case[]): void {
  test.each(cases)('lets through for %s: %s', (sink, body, before = '') => {
    expect(reaches(sink, body, before)).toBe(true);
  });
}

describe('membership', () => {
  const T = `const T = { a: 1 }; const L = ['a']; const S = new Set(['a']); const M = new Map([['a', 'b']]);`;
  stops([
    ['shell', `if (L.indexOf(x) === -1) return; mark(x)`, T],
    ['shell', `if (L.indexOf(x) < 0) return; mark(x)`, T],
    ['shell', `if (L.indexOf(x) !== -1) mark(x)`, T],
    ['shell', `if (L.indexOf(x) >= 0) mark(x)`, T],
    ['shell', `if (!S.has(x)) return; mark(x)`, T],
    ['shell', `if (!M.has(x)) return; mark(x)`, T],
    ['shell', `if (!(x in T)) return; mark(x)`, T],
    ['shell', `if (!Object.keys(T).includes(x)) return; mark(x)`, T],
    ['shell', `if (!T.hasOwnProperty(x)) return; mark(x)`, T],
    ['shell', `if (!Object.prototype.hasOwnProperty.call(T, x)) return; mark(x)`, T],
    ['shell', `if (!Object.hasOwn(T, x)) return; mark(x)`, T],
    ['shell', `if (!T[x]) return; mark(x)`, T],
    ['path', `mark(T[x])`, T],
    ['path', `mark(T[x] ?? 'c')`, T],
    ['path', `mark(M.get(x) || 'c')`, T],
    ['shell', `if (!L.some((each) => each === x)) return; mark(x)`, T],
    ['shell', `const found = L.find((each) => each === x); if (!found) return; mark(x)`, T],
    ['shell', `mark(L.find((each) => each === x))`, T],
    ['shell', `if (x !== 'a') return; mark(x)`],
    ['shell', `if (x == 'a') mark(x)`],
    ['shell', `if (x === Kind.A || x === Kind.B) mark(x)`, `enum Kind { A = 'a', B = 'b' }`],
    ['shell', `if (!Object.values(Kind).includes(x)) return; mark(x)`, `enum Kind { A = 'a', B = 'b' }`],
    ['shell', `if (!L.includes(x.toLowerCase())) return; mark(x)`, T],
  ]);
  lets([
    ['shell', `if (L.indexOf(x) !== -1) return; mark(x)`, T],
    ['shell', `if (L.indexOf(x) > 0) return; mark(x)`, T],
    ['shell', `if (L.indexOf(x)) mark(x)`, T],
    ['shell', `if (S.has(x)) return; mark(x)`, T],
    ['shell', `if (x in T) return; mark(x)`, T],
    ['shell', `if (T[x]) return; mark(x)`, T],
    ['shell', `if (!req.body.list.includes(x)) return; mark(x)`],
    ['shell', `const l = req.body.list; if (!l.includes(x)) return; mark(x)`],
    ['shell', `const l = req.body.list.split(','); if (!l.includes(x)) return; mark(x)`],
    ['shell', `if (x in req.body) mark(x)`],
    ['shell', `if (!L.some((each) => each !== x)) return; mark(x)`, T],
    ['shell', `if (!req.body.list.some((each) => each === x)) return; mark(x)`],
    ['shell', `if (x === 'a') return; mark(x)`],
    ['shell', `if (x !== undefined) mark(x)`],
    ['shell', `if (x === req.query.y) mark(x)`],
    ['shell', `if (x.includes('a')) mark(x)`],
  ]);
});

describe('patterns', () => {
  stops([
    ['sql', `if (!/^[\\w-]+$/.test(x)) return; mark(x)`],
    ['shell', `if (!/^[\\w-]+$/.test(x)) return; mark(x)`],
    ['path', `if (!/^[\\w-]+$/.test(x)) return; mark(x)`],
    ['html', `if (!/^[\\w-]+$/.test(x)) return; mark(x)`],
    ['url', `if (!/^[\\w-]+$/.test(x)) return; mark(x)`],
    ['code', `if (!/^\\w+$/.test(x)) return; mark(x)`],
    ['code', `if (!/^[\\d+*\\/ ().-]+$/.test(x)) return; mark(x)`],
    ['shell', `const R = /^[a-z0-9]{1,20}$/i; if (!R.test(x)) return; mark(x)`],
    ['shell', `if (!x.match(/^\\d+$/)) return; mark(x)`],
    ['shell', `if (x.match(/^\\d+$/) === null) return; mark(x)`],
    ['shell', `const m = x.match(/^\\d+$/); if (!m) return; mark(x)`],
    ['shell', `if (/^\\d+$/.exec(x)) mark(x)`],
    ['shell', `if (x.search(/^\\d+$/) === -1) return; mark(x)`],
    ['shell', `if (x.search(/^\\d+$/) === 0) mark(x)`],
    ['shell', `if (!new RegExp('^[a-z]+$').test(x)) return; mark(x)`],
    ['shell', `if (/[^\\w.-]/.test(x)) return; mark(x)`],
    ['sql', `if (!/^(asc|desc)$/i.test(x)) return; mark(x)`],
    ['sql', `if (!/^asc$|^desc$/i.test(x)) return; mark(x)`],
    ['path', `if (!/^[\\w.-]+\\.pdf$/.test(x)) return; mark(x)`],
    ['log', `if (!/^.*$/.test(x)) return; mark(x)`],
    ['shell', `if (!/^((25[0-5]|2[0-4]\\d|[01]?\\d\\d?)\\.){3}(25[0-5]|2[0-4]\\d|[01]?\\d\\d?)$/.test(x)) return; mark(x)`],
    ['nosql', `if (!/^[a-f0-9]{24}$/.test(x)) return; mark(x)`],
    ['sql', `if (!/^[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}$/.test(x)) return; mark(x)`],
    ['html', `if (!/^\\p{L}+$/u.test(x)) return; mark(x)`],
  ]);
  lets([
    ['shell', `if (/^[\\w-]+$/.test(x)) return; mark(x)`],
    ['shell', `if (!/[\\w-]+/.test(x)) return; mark(x)`],
    ['shell', `if (!/^[\\w-]+/.test(x)) return; mark(x)`],
    ['shell', `if (!/[\\w-]+$/.test(x)) return; mark(x)`],
    ['shell', `if (!/^[\\w-]+$/m.test(x)) return; mark(x)`],
    ['shell', `if (!/^.*$/.test(x)) return; mark(x)`],
    ['shell', `if (!/^[^a-z]+$/.test(x)) return; mark(x)`],
    ['shell', `if (!/^[\\w;]+$/.test(x)) return; mark(x)`],
    ['shell', `if (!/^\\S+$/.test(x)) return; mark(x)`],
    ['shell', `if (!/^[\\w\\s]+$/.test(x)) return; mark(x)`],
    ['shell', `if (!/^[+-\\]]+$/.test(x)) return; mark(x)`],
    ['sql', `if (!/^[A-z]+$/.test(x)) return; mark(x)`],
    ['sql', `if (!/^[\\w']+$/.test(x)) return; mark(x)`],
    ['path', `if (!/^[\\w./]+$/.test(x)) return; mark(x)`],
    ['html', `if (!/^[\\w<>]+$/.test(x)) return; mark(x)`],
    ['log', `if (!/^[\\s\\S]*$/.test(x)) return; mark(x)`],
    ['log', `if (!/^.*$/s.test(x)) return; mark(x)`],
    ['url', `if (!/^[\\w.]+$/.test(x)) return; mark(\`https://\${x}/\`)`],
    ['code', `if (!/^[\\w().]+$/.test(x)) return; mark(x)`],
    ['sql', `if (!/^asc|desc$/i.test(x)) return; mark(x)`],
    ['shell', `if (/[;|&]/.test(x)) return; mark(x)`],
    ['shell', `if (x.search(/^\\d+$/) !== -1) return; mark(x)`],
    ['shell', `if (!new RegExp('^[a-z]+$', 'm').test(x)) return; mark(x)`],
    ['shell', `if (!new RegExp(req.query.y).test(x)) return; mark(x)`],
  ]);
});

describe('numbers', () => {
  stops([
    ['sql', `if (isNaN(x)) return; mark(x)`],
    ['sql', `if (!isNaN(x)) mark(x)`],
    ['sql', `if (Number.isNaN(Number(x))) return; mark(x)`],
    ['sql', `if (!Number.isInteger(x)) return; mark(x)`],
    ['sql', `if (!Number.isInteger(Number(x))) return; mark(x)`],
    ['sql', `const n = Number(x); if (!Number.isSafeInteger(n)) return; mark(x)`],
    ['sql', `if (isNaN(+x)) return; mark(x)`],
    ['sql', `if (!isFinite(x)) return; mark(x)`],
    ['sql', `if (typeof x !== 'number') return; mark(x)`],
    ['sql', `if (typeof x === 'boolean') mark(x)`],
    ['sql', `if (x > 0 && x < 10) mark(x)`],
    ['sql', `mark(+x)`],
    ['sql', `mark(~~x)`],
    ['sql', `mark(x | 0)`],
    ['sql', `mark(parseInt(x, 10))`],
    ['sql', `mark(Number.parseFloat(x).toFixed(2))`],
    ['sql', `mark(new Date(x).getTime())`],
    ['sql', `mark(new Date(x).toISOString())`],
    ['sql', `mark(BigInt(x))`],
    ['sql', `mark(Boolean(x))`],
    ['sql', `mark(!!x)`],
    ['sql', `mark(x.length)`],
    ['sql', `mark(Math.max(1, x))`],
  ]);
  lets([
    ['sql', `if (!isNaN(x)) return; mark(x)`],
    ['sql', `if (isNaN(x)) mark(x)`],
    ['sql', `if (Number.isNaN(x)) return; mark(x)`],
    ['sql', `if (isNaN(parseInt(x))) return; mark(x)`],
    ['sql', `if (Number.isInteger(x)) return; mark(x)`],
    ['sql', `if (typeof x === 'number') return; mark(x)`],
    ['sql', `if (typeof x !== 'string') return; mark(x)`],
    ['sql', `if (x < 1) return; mark(x)`],
    ['sql', `if (x.length > 5) return; mark(x)`],
    ['sql', `mark(x + 1)`],
  ]);
});

describe('texts for document stores', () => {
  stops([
    ['nosql', `if (typeof x !== 'string') return; mark(x)`],
    ['nosql', `if (typeof x === 'object') return; mark(x)`],
    ['nosql', `mark(String(x))`],
    ['nosql', 'mark(`${x}`)'],
    ['nosql', `mark(x.toString())`],
    ['nosql', `mark(x + '')`],
    ['nosql', `mark({ $eq: x })`],
  ]);
  lets([
    ['nosql', `if (typeof x === 'string') return; mark(x)`],
    ['nosql', `if (typeof x !== 'object') return; mark(x)`],
    ['nosql', `mark(x)`],
    ['nosql', `mark({ $or: x })`],
    ['sql', `mark(String(x))`],
  ]);
});

describe('paths', () => {
  stops([
    ['path', `const full = path.resolve(ROOT, x); if (!full.startsWith(ROOT + path.sep)) return; mark(full)`],
    ['path', `const full = path.join(ROOT, x); if (!full.startsWith(ROOT)) return res.sendStatus(403); mark(full)`],
    ['path', `const full = path.normalize(ROOT + '/' + x); if (full.startsWith(ROOT + '/')) { mark(full) }`],
    ['path', `const full = path.resolve(ROOT, x); if (full.indexOf(ROOT) !== 0) return; mark(full)`],
    ['path', `const full = path.resolve(ROOT, x); const rel = path.relative(ROOT, full); if (rel.startsWith('..') || path.isAbsolute(rel)) return; mark(full)`],
    ['path', `if (!path.resolve(ROOT, x).startsWith(ROOT)) return; mark(path.join(ROOT, x))`],
    ['path', `mark(path.join(ROOT, path.basename(x)))`],
    ['path', `mark(path.basename(x))`],
    ['path', `if (x.includes('..')) return; mark(path.join(ROOT, x))`],
    ['path', `if (x.indexOf('..') !== -1) return; mark(path.join(ROOT, x))`],
    ['path', `if (x.includes('..')) throw new Error('no'); mark(\`\${ROOT}/\${x}\`)`],
    ['path', `if (/\\.\\./.test(x)) return; mark(path.join(ROOT, x))`],
    ['path', `if (x.includes('..') || path.isAbsolute(x)) return; mark(x)`],
    ['path', `if (x.includes('/')) return; mark(path.join(ROOT, x))`],
    ['path', `const safe = path.normalize(x).replace(/^(\\.\\.(\\/|\\\\|$))+/, ''); mark(path.join(ROOT, safe))`],
    ['path', `const full = fs.realpathSync(path.join(ROOT, x)); if (!full.startsWith(ROOT)) return; mark(full)`],
    ['path', `mark(path.join(ROOT, x.replace(/[^a-z0-9]/gi, '')))`],
    ['path', `mark(path.join(ROOT, encodeURIComponent(x)))`],
    ['path', `mark(path.join(ROOT, x.replace(/\\.\\./g, '')))`],
  ]);
  lets([
    ['path', `const full = path.resolve(ROOT, x); if (full.startsWith(ROOT)) return; mark(full)`],
    ['path', `const full = ROOT + '/' + x; if (!full.startsWith(ROOT)) return; mark(full)`],
    ['path', `const full = path.resolve(ROOT, x); if (!full.startsWith('/')) return; mark(full)`],
    ['path', `const full = path.resolve(ROOT, x); if (!full.startsWith(req.query.root)) return; mark(full)`],
    ['path', `const full = path.resolve(ROOT, x); const rel = path.relative(ROOT, full); if (!rel.startsWith('..')) return; mark(full)`],
    ['path', `mark(path.join(ROOT, x))`],
    ['path', `mark(path.normalize(x))`],
    ['path', `mark(path.resolve(ROOT, path.normalize(x)))`],
    ['path', `if (x.includes('..')) return; mark(x)`],
    ['path', `if (!x.includes('..')) return; mark(path.join(ROOT, x))`],
    ['path', `if (x.includes('..')) { log(x) } mark(path.join(ROOT, x))`],
    ['path', `if (x.includes('..')) return; mark(path.resolve(ROOT, x))`],
    ['path', `mark(path.join(ROOT, x.replace('../', '')))`],
    ['path', `mark(path.join(ROOT, x.replace(/\\.\\.\\//g, '')))`],
    ['path', `mark(path.join(path.basename(x), x))`],
    ['path', `if (path.isAbsolute(x)) return; mark(path.join(ROOT, x))`],
  ]);
});

describe('URLs', () => {
  const H = `const HOSTS = ['api.example.com'];`;
  stops([
    ['url', `const u = new URL(x); if (!HOSTS.includes(u.hostname)) return; mark(u)`, H],
    ['url', `const u = new URL(x); if (!HOSTS.includes(u.hostname)) return; mark(x)`, H],
    ['url', `const u = new URL(x); if (!HOSTS.includes(u.host)) return; mark(u.href)`, H],
    ['url', `const { hostname } = new URL(x); if (!HOSTS.includes(hostname)) return; mark(x)`, H],
    ['url', `if (new URL(x).hostname !== 'api.example.com') return; mark(x)`],
    ['redirect', `if (new URL(x).origin === 'https://api.example.com') mark(x)`],
    ['url', `const u = new URL(x); if (!u.hostname.endsWith('.example.com')) return; mark(x)`],
    ['url', `if (!HOSTS.some((host) => host === new URL(x).hostname)) return; mark(x)`, H],
    ['url', `if (!x.startsWith('https://api.example.com/')) return; mark(x)`],
    ['url', `if (!['https://a.example.com/', 'https://b.example.com/'].some((p) => x.startsWith(p))) return; mark(x)`],
    ['url', `if (!/^https:\\/\\/api\\.example\\.com\\//.test(x)) return; mark(x)`],
    ['url', `if (!/^https:\\/\\/([\\w-]+\\.)*[\\w-]+\\.example\\.com\\/[a-z]+$/.test(x)) return; mark(x)`],
    ['redirect', `if (!x.startsWith('/') || x.startsWith('//')) return; mark(x)`],
    ['redirect', `if (x.startsWith('/') && !x.startsWith('//')) mark(x)`],
    ['redirect', `if (!/^\\/(?!\\/)/.test(x)) return; mark(x)`],
    ['redirect', `if (!/^\\/[a-z]/.test(x)) return; mark(x)`],
    ['redirect', `if (!x.startsWith('/account')) return; mark(x)`],
    ['url', 'mark(`https://api.example.com/${x}`)'],
    ['url', 'mark(`https://${encodeURIComponent(x)}.example.com/`)'],
    ['redirect', 'mark(`/orders/${x}`)'],
  ]);
  lets([
    ['url', `const u = new URL(x); if (HOSTS.includes(u.hostname)) return; mark(u)`, H],
    ['url', `const u = new URL(x); if (!HOSTS.includes(u.pathname)) return; mark(u)`, H],
    ['url', `const u = new URL(x); if (!HOSTS.includes(u.hostname)) return; mark(req.query.y)`, H],
    ['url', `const u = new URL(req.query.y); if (!HOSTS.includes(u.hostname)) return; mark(x)`, H],
    ['url', `const u = new URL(x); if (u.protocol !== 'https:') return; mark(u)`],
    ['url', `const u = new URL(x); if (!u.hostname.endsWith('example.com')) return; mark(x)`],
    ['url', `const u = new URL(x); if (!u.hostname.includes('example.com')) return; mark(x)`],
    ['url', `if (!x.startsWith('https://api.example.com')) return; mark(x)`],
    ['url', `if (!x.startsWith('https://')) return; mark(x)`],
    ['url', `if (!x.includes('api.example.com')) return; mark(x)`],
    ['url', `if (!/^https:\\/\\/api\\.example\\.com/.test(x)) return; mark(x)`],
    ['url', `if (!/https:\\/\\/api\\.example\\.com\\//.test(x)) return; mark(x)`],
    ['url', `if (!/^https:\\/\\/api.example.com\\//.test(x)) return; mark(x)`],
    ['url', `if (!/^https:\\/\\/[\\w.-]+example\\.com\\//.test(x)) return; mark(x)`],
    ['url', 'mark(`https://${x}/`)'],
    ['url', 'mark(`https://api.example.com${x}`)'],
    ['redirect', `if (!x.startsWith('/')) return; mark(x)`],
    ['redirect', `if (x.startsWith('//')) return; mark(x)`],
    ['redirect', `if (!/^\\//.test(x)) return; mark(x)`],
    ['redirect', `mark('/' + x)`],
    ['redirect', `if (x.startsWith('http')) return; mark(x)`],
  ]);
});

describe('characters taken out', () => {
  stops([
    ['shell', `mark(x.replace(/[^a-z0-9]/gi, ''))`],
    ['shell', `mark(x.replace(/\\W/g, '_'))`],
    ['shell', `mark(x.replace(/[^\\w.-]+/g, ''))`],
    ['html', `mark(x.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;'))`],
    ['html', `mark(escape(x))`, `function escape(s) { return s.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;') }`],
    ['html', `mark(x.replace(/[&<>"']/g, (c) => ENTITIES[c]))`, `const ENTITIES = { '<': '&lt;' };`],
    ['html', `mark(x.replaceAll('<', '&lt;'))`],
    ['log', `mark(x.replace(/[\\r\\n]/g, ''))`],
    ['log', `mark(x.replace(/[\\r\\n]+/g, ' '))`],
    ['log', `mark(x.replace(/\\n|\\r/g, ''))`],
    ['log', `mark(x.replace(/(\\r\\n|\\n|\\r)/gm, ''))`],
    ['log', `mark(x.replace(/\\r/g, '').replace(/\\n/g, ''))`],
    ['log', `mark(x.replaceAll('\\n', '').replaceAll('\\r', ''))`],
    ['log', `let s = x.replace(/\\n/g, ''); s = s.replace(/\\r/g, ''); mark(s)`],
    ['log', `mark(JSON.stringify(x))`],
    ['regex', `mark(x.replace(/[.*+?^\${}()|[\\]\\\\]/g, '\\\\$&'))`],
    ['shell', `mark("'" + x.replace(/'/g, "'\\\\''") + "'")`],
  ]);
  lets([
    ['shell', `mark(x.replace(/[^a-z0-9]/i, ''))`],
    ['shell', `mark(x.replace(/[^a-z0-9;]/gi, ''))`],
    ['shell', `mark(x.replace(/[^a-z0-9]/gi, ';'))`],
    ['shell', `mark(x.replace(/[a-z0-9]/gi, ''))`],
    ['shell', `mark(x.replace(/[;|&]/g, ''))`],
    ['html', `mark(x.replace('<', '&lt;'))`],
    ['html', `mark(x.replace(/</, '&lt;'))`],
    ['html', `mark(x.replace(/<script>/g, ''))`],
    ['html', `mark(x.replace(/&/g, '&amp;'))`],
    ['html', `mark(x.replace(/[<>]/g, (c) => c))`],
    ['log', `mark(x.replace(/\\n/g, ''))`],
    ['log', `mark(x.replace('\\n', '').replace('\\r', ''))`],
    ['log', `mark(x.replace(/\\r\\n/g, ''))`],
    ['sql', `mark(x.replace("'", "''"))`],
    ['regex', `mark(x.replace(/[.]/g, '\\\\$&'))`],
    ['html', `mark(JSON.stringify(x))`],
  ]);
});
