import { describe } from 'vitest';
import { followsEach, keepsApart } from './flow-case.js';

describe('callbacks', () => {
  followsEach([
    ['a function that takes a callback', `each(SOURCE, (x) => { mark(x); });`, `function each(x, f) { f(x); }`],
    ['a named callback', `each(SOURCE, show); function show(x) { mark(x); }`, `function each(x, f) { f(x); }`],
    ['the callback\'s result', `mark(each((x) => 'a' + x, SOURCE));`, `function each(f, x) { return f(x); }`],
    ['a callback that returns what it closes over', `const x = SOURCE; mark(run(() => x));`, `function run(f) { return f(); }`],
    ['a callback passed on', `outer(SOURCE, (x) => { mark(x); });`, `function outer(x, f) { inner(x, f); } function inner(x, g) { g(x); }`],
    ['a callback in an object', `run({ value: SOURCE, done(x) { mark(x); } });`, `function run(options) { options.done(options.value); }`],
    ['a callback destructured', `run({ value: SOURCE, done: (x) => { mark(x); } });`, `function run({ value, done }) { done(value); }`],
    ['a callback through call', `each(SOURCE, (x) => { mark(x); });`, `function each(x, f) { f.call(null, x); }`],
    ['a callback through apply', `each(SOURCE, (x) => { mark(x); });`, `function each(x, f) { f.apply(null, [x]); }`],
    ['an optional callback', `each(SOURCE, (x) => { mark(x); });`, `function each(x, f) { if (f) f?.(x); }`],
    ['a callback && called', `each(SOURCE, (x) => { mark(x); });`, `function each(x, f) { f && f(x); }`],
    ['a callback with a default', `each(SOURCE, (x) => { mark(x); });`, `function each(x, f = () => {}) { f(x); }`],
    ['a callback in a timer', `each(SOURCE, (x) => { mark(x); });`, `function each(x, f) { setTimeout(() => f(x), 0); }`],
    ['a timer\'s arguments', `setTimeout((x) => { mark(x); }, 10, SOURCE);`],
    ['process.nextTick', `process.nextTick((x) => { mark(x); }, SOURCE);`],
    ['a node-style callback', `load(SOURCE, (err, data) => { mark(data); });`, `function load(x, done) { done(null, 'a' + x); }`],
    ['a node-style callback returned from', `load(SOURCE, function (err, data) { if (err) return; mark(data); });`, `function load(x, cb) { if (!x) { return cb(new Error()); } return cb(null, x); }`],
    ['a node-style callback kept in a field', `new L().load(SOURCE, (err, data) => { mark(data); });`, `class L { load(x, done) { this.done = done; this.go(x); } go(x) { this.done(null, x); } }`],
    ['handlers in a list', `handlers.forEach((h) => h(SOURCE));`, `const handlers = [(x) => { mark(x); }];`],
    ['handlers added to a list', `for (const h of handlers) h(SOURCE);`, `const handlers = []; handlers.push((x) => { mark(x); });`],
    ['handlers in a map', `handlers.get('a')(SOURCE);`, `const handlers = new Map(); handlers.set('a', (x) => { mark(x); });`],
    ['handlers by name', `handlers[x](SOURCE);`, `const handlers = { a: run }; function run(y) { mark(y); }`],
    ['a pipeline of functions', `mark([(x) => x.trim(), (x) => 'a' + x].reduce((value, f) => f(value), SOURCE));`],
    ['compose', `mark(compose(a, b)(SOURCE));`, `const a = (x) => 'a' + x; const b = (x) => x; const compose = (f, g) => (x) => f(g(x));`],
    ['a wrapper of a function', `wrap((x) => { mark(x); })(SOURCE);`, `function wrap(f) { return function (x) { return f(x); }; }`],
    ['a wrapper that passes all on', `wrap((x) => { mark(x); })(SOURCE);`, `const wrap = (f) => (...args) => f(...args);`],
    ['a wrapper that applies arguments', `wrap(function (x) { mark(x); })(SOURCE);`, `function wrap(f) { return function () { return f.apply(this, arguments); }; }`],
    ['memoize', `mark(get(SOURCE));`, `const memo = {}; const get = memoize((x) => 'a' + x); function memoize(f) { return (x) => { if (!memo[x]) memo[x] = f(x); return memo[x]; }; }`],
    ['an event', `bus.emit('query', SOURCE);`, `const { EventEmitter } = require('events'); const bus = new EventEmitter(); bus.on('query', (x) => { mark(x); });`],
    ['an event of a class that is an emitter', `s.start(SOURCE);`, `const EventEmitter = require('events'); class S extends EventEmitter { start(x) { this.emit('go', x); } } const s = new S(); s.on('go', (x) => { mark(x); });`],
    ['an event once', `bus.emit(GO, SOURCE);`, `const events = require('events'); const GO = 'go'; const bus = new events.EventEmitter(); bus.once(GO, run); function run(x) { mark(x); }`],
    ['replace with a callback', `mark('a b'.replace(/b/, () => SOURCE));`],
  ]);
});

describe('promises', () => {
  followsEach([
    ['then', `Promise.resolve(SOURCE).then((x) => { mark(x); });`],
    ['a chain of then', `const x = await Promise.resolve(SOURCE).then((a) => 'a' + a).then((b) => b); mark(x);`],
    ['then with a named function', `Promise.resolve(SOURCE).then(run); function run(x) { mark(x); }`],
    ['then that returns a promise', `const x = await start().then(() => Promise.resolve(SOURCE)); mark(x);`, `async function start() {}`],
    ['catch and finally in between', `const x = await Promise.resolve(SOURCE).catch(() => 'a').finally(() => {}); mark(x);`],
    ['catch that gives it', `const x = await start().catch(() => SOURCE); mark(x);`, `async function start() { return 'a'; }`],
    ['an async function', `mark(await f(SOURCE));`, `async function f(x) { return 'a' + x; }`],
    ['an async function then', `f(SOURCE).then((x) => { mark(x); });`, `const f = async (x) => 'a' + x;`],
    ['new Promise', `const x = await new Promise((resolve) => resolve(SOURCE)); mark(x);`],
    ['new Promise with a function', `const x = await new Promise(function (resolve, reject) { if (y) return reject(); resolve(SOURCE); }); mark(x);`],
    ['new Promise then', `new Promise((resolve) => { setTimeout(() => resolve(SOURCE), 1); }).then((x) => { mark(x); });`],
    ['a function that returns a new Promise', `mark(await f(SOURCE));`, `function f(x) { return new Promise((done) => { done('a' + x); }); }`],
    ['Promise.all', `const [a, b] = await Promise.all(['x', SOURCE]); mark(b);`],
    ['Promise.all then', `Promise.all([f(SOURCE), 'x']).then(([a]) => { mark(a); });`, `const f = async (x) => x;`],
    ['Promise.all of a map', `const all = await Promise.all([SOURCE].map(async (x) => 'a' + x)); mark(all.join());`],
    ['Promise.allSettled', `const [a] = await Promise.allSettled([SOURCE]); mark(a.value);`],
    ['Promise.race', `mark(await Promise.race([SOURCE, 'x']));`],
    ['Promise.any', `mark(await Promise.any([SOURCE, 'x']));`],
    ['an async generator', `for await (const x of gen(SOURCE)) mark(x);`, `async function* gen(x) { yield x; }`],
    ['for await of promises', `for await (const x of [Promise.resolve(SOURCE)]) mark(x);`],
    ['async/await in a try', `try { const x = await f(SOURCE); mark(x); } catch {}`, `const f = async (x) => x;`],
    ['a variable set inside then', `let a = ''; await Promise.resolve(SOURCE).then((x) => { a = x; }); mark(a);`],
  ]);
});

describe('does not mix up', () => {
  keepsApart([
    ['another event', `bus.emit('a', SOURCE); bus.emit('b', 'x');`, `const { EventEmitter } = require('events'); const bus = new EventEmitter(); bus.on('b', (x) => { mark(x); });`],
    ['another emitter', `one.emit('a', SOURCE);`, `const { EventEmitter } = require('events'); const one = new EventEmitter(); const two = new EventEmitter(); two.on('a', (x) => { mark(x); });`],
    ['another promise of all', `const [a, b] = await Promise.all([SOURCE, 'x']); mark(b);`],
    ['the error of a node-style callback', `load(SOURCE, (err, data) => { mark(err); });`, `function load(x, done) { done(null, x); }`],
    ['another callback', `each(SOURCE, () => {}); each('x', (x) => { mark(x); });`, `function each(x, f) { f(x); }`],
    ['a rejection', `const x = await new Promise((resolve, reject) => { reject(SOURCE); resolve('a'); }); mark(x);`],
    ['handlers of another name', `handlers.a(SOURCE); handlers.b('x');`, `const handlers = { a() {}, b(x) { mark(x); } };`],
  ]);
});
