import { describe } from 'vitest';
import { followsEach, keepsApart } from './flow-case.js';

const RUN = `function run(x) { mark(x); }`;

describe('modules', () => {
  followsEach([
    ['a named export', `run(SOURCE);`, `import { run } from './a';`, { 'a.ts': `export ${RUN}` }],
    ['a renamed import', `go(SOURCE);`, `import { run as go } from './a';`, { 'a.ts': `export ${RUN}` }],
    ['an export list', `go(SOURCE);`, `import { go } from './a';`, { 'a.ts': `${RUN} export { run as go };` }],
    ['a default export', `run(SOURCE);`, `import run from './a';`, { 'a.ts': `export default ${RUN}` }],
    ['a default export of an object', `a.run(SOURCE);`, `import a from './a';`, { 'a.ts': `${RUN} export default { run };` }],
    ['a namespace import', `a.run(SOURCE);`, `import * as a from './a';`, { 'a.ts': `export ${RUN}` }],
    ['a re-export', `run(SOURCE);`, `import { run } from './index';`, { 'index.ts': `export { run } from './a';`, 'a.ts': `export ${RUN}` }],
    ['a barrel', `run(SOURCE);`, `import { run } from './lib';`, { 'lib/index.ts': `export * from './a';`, 'lib/a.ts': `export ${RUN}` }],
    ['a barrel of barrels', `run(SOURCE);`, `import { run } from './lib';`, { 'lib/index.ts': `export * from './b';`, 'lib/b/index.ts': `export * from './a';`, 'lib/b/a.ts': `export ${RUN}` }],
    ['a namespace re-exported', `a.run(SOURCE);`, `import { a } from './index';`, { 'index.ts': `export * as a from './a';`, 'a.ts': `export ${RUN}` }],
    ['a default re-exported by name', `run(SOURCE);`, `import { run } from './index';`, { 'index.ts': `export { default as run } from './a';`, 'a.ts': `export default ${RUN}` }],
    ['imported and exported', `run(SOURCE);`, `import { run } from './index';`, { 'index.ts': `import { run } from './a'; export { run };`, 'a.ts': `export ${RUN}` }],
    ['a dynamic import', `const { run } = await import('./a'); run(SOURCE);`, ``, { 'a.ts': `export ${RUN}` }],
    ['a dynamic import then', `import('./a').then((a) => a.run(SOURCE));`, ``, { 'a.ts': `export ${RUN}` }],
    ['a dynamic import of the default', `const a = await import('./a'); a.default(SOURCE);`, ``, { 'a.ts': `export default ${RUN}` }],
    ['module.exports = {}', `a.run(SOURCE);`, `const a = require('./a');`, { 'a.ts': `${RUN} module.exports = { run };` }],
    ['module.exports = {} destructured', `run(SOURCE);`, `const { run } = require('./a');`, { 'a.ts': `module.exports = { run: function (x) { mark(x); } };` }],
    ['exports.x', `a.run(SOURCE);`, `const a = require('./a');`, { 'a.ts': `exports.run = function (x) { mark(x); };` }],
    ['module.exports.x', `require('./a').run(SOURCE);`, ``, { 'a.ts': `module.exports.run = (x) => { mark(x); };` }],
    ['exports = module.exports', `a.run(SOURCE);`, `const a = require('./a');`, { 'a.ts': `exports = module.exports = {}; exports.run = function (x) { mark(x); };` }],
    ['module.exports = function', `run(SOURCE);`, `const run = require('./a');`, { 'a.ts': `module.exports = ${RUN};` }],
    ['module.exports = class', `new A().run(SOURCE);`, `const A = require('./a');`, { 'a.ts': `module.exports = class { run(x) { mark(x); } };` }],
    ['module.exports = a class by name', `new A().run(SOURCE);`, `const A = require('./a');`, { 'a.ts': `class A { run(x) { mark(x); } } module.exports = A;` }],
    ['module.exports = an instance', `a.run(SOURCE);`, `const a = require('./a');`, { 'a.ts': `class A { run(x) { mark(x); } } module.exports = new A();` }],
    ['module.exports = a factory', `require('./a')('x').run(SOURCE);`, ``, { 'a.ts': `module.exports = (y) => ({ run(x) { mark(x); } });` }],
    ['module.exports = a prototype', `var a = new A(); a.run(SOURCE);`, `var A = require('./a');`, { 'a.ts': `function A() {} A.prototype.run = function (x) { mark(x); }; module.exports = A;` }],
    ['module.exports = require', `a.run(SOURCE);`, `const a = require('./index');`, { 'index.ts': `module.exports = require('./a');`, 'a.ts': `exports.run = function (x) { mark(x); };` }],
    ['a CommonJS barrel', `a.b.run(SOURCE);`, `const a = require('./index');`, { 'index.ts': `module.exports = { b: require('./b') };`, 'b.ts': `exports.run = function (x) { mark(x); };` }],
    ['a CommonJS barrel with a spread', `a.run(SOURCE);`, `const a = require('./index');`, { 'index.ts': `module.exports = { ...require('./b') };`, 'b.ts': `exports.run = function (x) { mark(x); };` }],
    ['Object.assign(module.exports, …)', `a.run(SOURCE);`, `const a = require('./a');`, { 'a.ts': `${RUN} Object.assign(module.exports, { run });` }],
    ['Object.assign(exports, …)', `a.run(SOURCE);`, `const a = require('./a');`, { 'a.ts': `${RUN} Object.assign(exports, { run: run });` }],
    ['module.exports extended', `a.run(SOURCE);`, `const a = require('./a');`, { 'a.ts': `const a = module.exports = {}; a.run = function (x) { mark(x); };` }],
    ['an object extended and exported', `a.run(SOURCE);`, `const a = require('./a');`, { 'a.ts': `const a = {}; a.run = function (x) { mark(x); }; module.exports = a;` }],
    ['an import of CommonJS', `run(SOURCE);`, `import { run } from './a';`, { 'a.ts': `${RUN} module.exports = { run };` }],
    ['a default import of CommonJS', `a.run(SOURCE);`, `import a from './a';`, { 'a.ts': `${RUN} module.exports = { run };` }],
    ['a result from another file', `mark(build(SOURCE));`, `import { build } from './a';`, { 'a.ts': `export const build = (x) => 'a' + x;` }],
    ['an injected module', `run(SOURCE);`, `const run = require('./a')(app);`, { 'a.ts': `module.exports = function (app) { return function (x) { mark(x); }; };` }],
    ['state in a module', `a.set(SOURCE); mark(a.get());`, `import * as a from './a';`, { 'a.ts': `let held = ''; export function set(x) { held = x; } export function get() { return held; }` }],
    ['a handler in a file of its own', ``, `app.get('/x', require('./a').list);`, { 'a.ts': `exports.list = function (req, res) { mark(SOURCE); };` }],
    ['a controller class in a file of its own', ``, `const C = require('./a'); const c = new C(); app.get('/x', c.list.bind(c));`, { 'a.ts': `module.exports = class { list(req, res) { this.run(SOURCE); } run(x) { mark(x); } };` }],
    ['a routes file that is given the app', ``, `require('./a')(app);`, { 'a.ts': `module.exports = function (app) { app.get('/x', function (req, res) { mark(SOURCE); }); };` }],
  ]);
});

describe('does not mix up', () => {
  keepsApart([
    ['functions of one name in two files', `a.run(SOURCE); b.run('x');`, `const a = require('./a'), b = require('./b');`, { 'a.ts': `exports.run = function (x) {};`, 'b.ts': `exports.run = function (x) { mark(x); };` }],
    ['a clean call from another file', `a.wrap(SOURCE); mark(a.wrap('x'));`, `const a = require('./a');`, { 'a.ts': `exports.wrap = (x) => inner(x); const inner = (x) => 'a' + x;` }],
  ]);
});
