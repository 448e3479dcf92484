/** Request data as a whole, and request data of which only an object does harm. */
import { describe, expect, test } from 'vitest';
import { outcomeOf, verdicts } from '../support/judge.js';

const SERVER = `
package: server
callbacks:
  - { call: ["default()#get"], parameters: ["Request#", "Response#"] }
roles:
  request.query:
    - { read: ["Request#query"] }
    - { read: ["Request#flat"], attributes: { values: text } }
    - { call: ["Request#one"], attributes: { values: text } }
  request.body: { read: ["Request#body"] }
  request.params: { read: ["Request#params"] }
  request.headers: { call: ["Request#header"] }
`;
const STORE = `
package: store
roles:
  nosql.query: { call: [find], arguments: { filter: 0 } }
  module.load: { call: ["global:require"], arguments: { module: 0 } }
`;

/** The verdict on `find(…)` of the filter in a handler. */
function judged(is: string, filter: string): string {
  const rule = `sites: { role: nosql.query }\nfails: [{ argument: filter, is: ${is} }]`;
  const code = `import server from 'server'; import { find } from 'store'; const app = server();\napp.get('/', (req, res) => find(${filter}));`;
  return verdicts(rule, [SERVER, STORE], { 'a.js': code })[0]!.split(' ')[1]!;
}

describe('a filter of a document store', () => {
  test.each(['{ a: req.body.a }', '{ a: req.query.a }', '{ $or: [{ a: req.body.a }] }', '{ a: { $not: req.body.a } }', 'req.flat', 'req.one()', 'req.body', '{ [req.query.a]: req.body.b }'])('may get an object: %s', (filter) => {
    expect(judged('{ built-from: request, for: nosql }', filter)).toBe('fail');
  });

  test.each(['{ a: req.params.a }', "{ a: req.header('a') }", '{ a: req.flat.a }', "{ a: req.one('a') }", '{ a: { $eq: req.body.a } }', '{ a: { $in: req.body.a } }', '{ a: `${req.body.a}` }', "{ a: '' + req.body.a }"])(
    'gets a text: %s',
    (filter) => {
      expect(judged('{ built-from: request, for: nosql }', filter)).toBe('pass');
    },
  );
});

describe('whole-from', () => {
  test.each(['req.body', 'req.body.filter', '{ ...req.query, active: true }', 'x ? req.query : {}'])('%s is chosen by the client', (filter) => {
    expect(judged('{ whole-from: request }', filter)).toBe('fail');
  });

  test.each(['{ a: req.body.a }', '[req.body]', '`${req.body.a}`', 'pick(req.body)', '{ ...defaults, a: req.query.a }'])('%s is not', (filter) => {
    expect(judged('{ whole-from: request }', filter)).toBe('pass');
  });
});

test('a computed require or import plays the role of the function', () => {
  const rule = `sites: { role: module.load }\nfails: [{ argument: module, is: { from: request } }]`;
  const code = `import server from 'server'; const app = server();
app.get('/', (req, res) => {
  require(req.query.a);
  import('./' + req.query.a).then((each) => each.run());
  require('./constant');
  require('./' + NAME);
});`;
  expect(verdicts(rule, [SERVER, STORE], { 'a.js': code })).toEqual(['a.js:3 fail', 'a.js:4 fail', 'a.js:6 pass']);
});

describe('how sure it is that an object arrives', () => {
  const confidence = (filter: string, others = '') => {
    const rule = `sites: { role: nosql.query }\nfails: [{ argument: filter, is: { built-from: request, for: nosql } }]`;
    const code = `import server from 'server'; import { find } from 'store'; import { made } from 'other'; const app = server();\n${others}\napp.get('/', (req, res) => find(${filter}));`;
    return outcomeOf(rule, [SERVER, STORE], { 'a.js': code }).sites.map((site) => (site.verdict === 'fail' ? site.confidence : site.verdict));
  };

  test('sure when it is handed on as it is', () => {
    expect(confidence('{ a: pass(req.body.a) }', 'const pass = (value) => value;')).toEqual(['high']);
  });

  test('a guess behind a step of which nothing is known', () => {
    expect(confidence('{ a: made(req.body.a) }')).toEqual(['low']);
  });

  const passing = Array.from({ length: 9 }, (_each, index) => `const pass${index} = (value) => { const kept = ${index === 0 ? 'value' : `pass${index - 1}(value)`}; return kept; };`);

  test('a guess after a long way', () => {
    expect(confidence('{ a: pass8(req.body.a) }', passing.join('\n'.repeat(9)))).toEqual(['low']);
  });

  test('sure after as many steps that stand on one screen', () => {
    expect(confidence('{ a: pass8(req.body.a) }', passing.join('\n'))).toEqual(['high']);
  });
});
