/** Where a check must stand, and which way round, to protect what comes after it. */
import { describe, expect, test } from 'vitest';
import { originsIn, reaches } from './barriers-of.js';

const LIST = `const L = ['a', 'b'];`;

describe('a check protects', () => {
  test.each([
    ['early return', `if (!L.includes(x)) return; mark(x)`],
    ['throw', `if (!L.includes(x)) { throw new Error('no') } mark(x)`],
    ['answer and return', `if (!L.includes(x)) { res.status(400).send('no'); return; } mark(x)`],
    ['returned answer', `if (!L.includes(x)) return res.status(400).json({}); mark(x)`],
    ['returned next', `if (!L.includes(x)) return next(new Error('no')); mark(x)`],
    ['process.exit', `if (!L.includes(x)) { process.exit(1) } mark(x)`],
    ['else branch', `if (!L.includes(x)) { res.send('no') } else { mark(x) }`],
    ['then branch', `if (L.includes(x)) { mark(x) }`],
    ['nested branches', `if (req.user) { if (L.includes(x)) { if (y) mark(x) } }`],
    ['continue in a loop', `for (const each of req.body.list) { if (!L.includes(each)) continue; mark(each) }`],
    ['break in a loop', `for (const each of req.body.list) { if (!L.includes(each)) break; mark(each) }`],
    ['&& before', `if (y && L.includes(x)) { mark(x) }`],
    ['|| of refusals', `if (!x || !L.includes(x)) return; mark(x)`],
    ['|| of lists', `if (L.includes(x) || x === 'c') { mark(x) }`],
    ['&& as an expression', `L.includes(x) && mark(x)`],
    ['conditional', `mark(L.includes(x) ? x : 'a')`],
    ['a boolean variable', `const ok = L.includes(x); if (!ok) return; mark(x)`],
    ['a boolean variable of two', `const ok = x && L.includes(x); if (!ok) return; mark(x)`],
    ['comparison with true', `if (L.includes(x) === true) mark(x)`],
    ['comparison with false', `if (L.includes(x) === false) return; mark(x)`],
    ['a check by another name', `if (!L.includes(req.query.x)) return; mark(x)`],
    ['use by another name', `if (!L.includes(x)) return; mark(req.query.x)`],
    ['destructuring', `const { y } = req.query; if (!L.includes(y)) return; mark(y)`],
    ['a default put in its place', `let y = req.query.y; if (!L.includes(y)) y = 'a'; mark(y)`],
    ['a default put in its place, in a block', `let y = req.query.y; if (!y || !L.includes(y)) { y = 'a'; } mark(y)`],
    ['a check in a try that leaves when it throws', `try { if (!L.includes(x)) throw new Error('no'); } catch (error) { return res.sendStatus(400); } mark(x)`],
    ['a check in the same try', `try { if (!L.includes(x)) throw new Error('no'); mark(x) } catch (error) { next(error) }`],
    ['switch', `switch (x) { case 'a': case 'b': mark(x); break; default: res.send('no') }`],
    ['switch whose default throws', `switch (x) { case 'a': y(); break; case 'b': break; default: throw new Error('no') } mark(x)`],
    ['switch (true)', `switch (true) { case L.includes(x): mark(x) }`],
    ['a predicate', `if (!known(x)) return; mark(x)`, `function known(value) { return L.includes(value) }`],
    ['a predicate of several statements', `if (!known(x)) return; mark(x)`, `function known(value) { if (typeof value !== 'string') return false; if (L.includes(value)) { return true } return false }`],
    ['an arrow predicate', `if (!known(x)) return; mark(x)`, `const known = (value) => L.includes(value);`],
    ['an assertion', `must(x); mark(x)`, `function must(value) { if (!L.includes(value)) throw new Error('no') }`],
    ['an assertion of a part of the request', `must(req.query.y); mark(req.query.y)`, `function must(value) { if (!L.includes(value)) throw new Error('no') }`],
    ['an assertion that returns true', `must(x); mark(x)`, `function must(value) { if (!L.includes(value)) { throw new Error('no') } return true }`],
    ['an assertion in a try that leaves', `try { must(x) } catch { return res.sendStatus(400) } mark(x)`, `function must(value) { if (!L.includes(value)) throw new Error('no') }`],
    ['a function that gives the checked value', `mark(checked(x))`, `function checked(value) { if (!L.includes(value)) throw new Error('no'); return value }`],
    ['assert', `assert(L.includes(x)); mark(x)`, `import assert from 'assert';`],
    ['assert.ok', `assert.ok(L.includes(x), 'no'); mark(x)`, `import assert from 'node:assert';`],
  ])('%s', (_name, body, before = '') => {
    expect(reaches('shell', body, LIST + before)).toBe(false);
  });
});

describe('a check does not protect', () => {
  test.each([
    ['the wrong way round', `if (L.includes(x)) return; mark(x)`],
    ['an answer without return', `if (!L.includes(x)) { res.status(400).send('no') } mark(x)`],
    ['in the refused branch', `if (!L.includes(x)) { mark(x) }`],
    ['in the else of a match', `if (L.includes(x)) { res.send('ok') } else { mark(x) }`],
    ['break out of an inner loop', `for (const y of z) { if (!L.includes(x)) break; } mark(x)`],
    ['continue of an inner loop', `for (const y of z) { if (!L.includes(x)) continue; } mark(x)`],
    ['|| before', `if (y || L.includes(x)) { mark(x) }`],
    ['&& of refusals', `if (y && !L.includes(x)) return; mark(x)`],
    ['|| of a list and something else', `if (L.includes(x) || req.user.admin) { mark(x) }`],
    ['conditional the wrong way round', `mark(L.includes(x) ? 'a' : x)`],
    ['a boolean variable the wrong way round', `const ok = L.includes(x); if (ok) return; mark(x)`],
    ['comparison with false the wrong way round', `if (L.includes(x) !== false) return; mark(x)`],
    ['another value', `if (!L.includes(req.query.y)) return; mark(x)`],
    ['another value of the same name', `if (!L.includes(req.body.x)) return; mark(x)`],
    ['a value assigned after the check', `let y = req.query.y; if (!L.includes(y)) return; y = req.query.z; mark(y)`],
    ['a default for the allowed', `let y = req.query.y; if (L.includes(y)) y = 'a'; mark(y)`],
    ['a default in one branch only', `let y = req.query.y; if (z && !L.includes(y)) y = 'a'; mark(y)`],
    ['a check in a try whose catch goes on', `try { if (!L.includes(x)) throw new Error('no'); } catch (error) { console.log(error) } mark(x)`],
    ['switch whose default goes on', `switch (x) { case 'a': y(); break; default: log() } mark(x)`],
    ['switch whose default is where it is used', `switch (x) { case 'a': return; default: mark(x) }`],
    ['a predicate the wrong way round', `if (known(x)) return; mark(x)`, `function known(value) { return L.includes(value) }`],
    ['a predicate that says yes to everything', `if (!known(x)) return; mark(x)`, `function known(value) { if (L.includes(value)) return true; return true }`],
    ['a predicate whose answer nobody reads', `known(x); mark(x)`, `function known(value) { return L.includes(value) }`],
    ['an assertion of another parameter', `must(x, req.query.y); mark(x)`, `function must(one, value) { if (!L.includes(value)) throw new Error('no') }`],
    ['an assertion that returns early', `must(x); mark(x)`, `function must(value) { if (value.startsWith('z')) { return true } if (!L.includes(value)) throw new Error('no'); return true }`],
    ['an assertion in one branch', `if (y) { must(x) } mark(x)`, `function must(value) { if (!L.includes(value)) throw new Error('no') }`],
    ['an assertion in a try whose catch goes on', `try { must(x) } catch { log() } mark(x)`, `function must(value) { if (!L.includes(value)) throw new Error('no') }`],
    ['an assertion afterwards', `mark(x); must(x)`, `function must(value) { if (!L.includes(value)) throw new Error('no') }`],
    ['assert of the opposite', `assert(!L.includes(x)); mark(x)`, `import assert from 'assert';`],
  ])('%s', (_name, body, before = '') => {
    expect(reaches('shell', body, LIST + before)).toBe(true);
  });
});

describe('a middleware', () => {
  const app = `import express from 'express'; const app = express(); const L = ['a'];`;
  const check = (refusal: string) => `function check(req, res, next) { ${refusal} next(); }`;
  const handler = `(req, res) => { mark(req.query.x) }`;

  test.each([
    ['before the handler', `${check(`if (!L.includes(req.query.x)) return res.sendStatus(400);`)} app.get('/', check, ${handler});`],
    ['of the application', `${check(`if (!L.includes(req.query.x)) return res.sendStatus(400);`)} app.use(check); app.get('/', ${handler});`],
    ['that goes on in a branch', `function check(req, res, next) { if (L.includes(req.query.x)) { next() } else { res.sendStatus(400) } } app.get('/', check, ${handler});`],
    ['that hands an error on', `${check(`if (!L.includes(req.query.x)) return next(new Error('no'));`)} app.get('/', check, ${handler});`],
    ['whose handler names it otherwise', `${check(`const { x } = req.query; if (!L.includes(x)) return res.sendStatus(400);`)} app.get('/', check, (request, response) => { const { x: y } = request.query; mark(y) });`],
  ])('protects: %s', (_name, source) => {
    expect(originsIn('sql', app + source)).not.toContain('request');
  });

  test.each([
    ['the wrong way round', `${check(`if (L.includes(req.query.x)) return res.sendStatus(400);`)} app.get('/', check, ${handler});`],
    ['that answers and goes on', `${check(`if (!L.includes(req.query.x)) res.sendStatus(400);`)} app.get('/', check, ${handler});`],
    ['of another field', `${check(`if (!L.includes(req.query.y)) return res.sendStatus(400);`)} app.get('/', check, ${handler});`],
    ['of another route', `${check(`if (!L.includes(req.query.x)) return res.sendStatus(400);`)} app.get('/other', check, other); app.get('/', ${handler});`],
    ['of one of two routes', `${check(`if (!L.includes(req.query.x)) return res.sendStatus(400);`)} const list = ${handler}; app.get('/a', check, list); app.get('/b', list);`],
    ['after the handler', `${check(`if (!L.includes(req.query.x)) return res.sendStatus(400);`)} app.get('/', ${handler}); app.use(check);`],
  ])('does not protect: %s', (_name, source) => {
    expect(originsIn('sql', app + source)).toContain('request');
  });
});
