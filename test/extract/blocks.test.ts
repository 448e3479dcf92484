import { describe, expect, test } from 'vitest';
import { factsOf, show } from './show.js';

/** Blocks of the body of a function, as `kind(condition) exit`, indented by depth. */
function blocksOf(body: string): string[] {
  const facts = factsOf(`async function* f() { ${body} }`);
  return facts.blocks.slice(2).map((block) => {
    let depth = 0;
    for (let outer = block.parent; outer > 1; outer = facts.blocks[outer]!.parent) depth += 1;
    const condition = block.condition < 0 ? '' : `(${show(facts, block.condition)})`;
    const cases = block.cases.length > 0 ? ` ${block.cases.map((id) => show(facts, id)).join('|')}` : '';
    const partner = block.try < 0 ? '' : ` of ${facts.blocks[block.try]?.kind}`;
    return `${'  '.repeat(depth)}${block.kind}${condition}${cases}${partner} ${block.exits ? block.exitKind : 'goes on'}`;
  });
}

describe('blocks', () => {
  test.each<[string, string[]]>([
    ['if (a) return; else throw b', ['then(global a) return', 'else(global a) throw']],
    ['if (a) { b() }', ['then(global a) goes on']],
    ['if (a) { if (b) return; throw c }', ['then(global a) mixed', '  then(global b) return']],
    ['if (a) {} else if (b) { return } else { return }', [
      'then(global a) goes on',
      'else(global a) return',
      '  then(global b) return',
      '  else(global b) return',
    ]],
    ['while (a) { if (b) continue; break }', ['loop(global a) mixed', '  then(global b) continue']],
    ['do { return } while (a)', ['loop(global a) return']],
    ['for (;;) { await a }', ['loop goes on']],
    ['for (const a of b) return', ['loop(global b) return']],
    ['switch (a) { case 1: case 2: return; case 3: b(); default: throw c }', [
      'case(global a) 1|2 return',
      'case(global a) 3 goes on',
      'case(global a) throw',
    ]],
    ['switch (a) { default: b(); case 1: c() }', ['case(global a) goes on', 'case(global a) goes on']],
    ['try { throw a } catch (e) { return } finally { b() }', ['try throw', 'catch of try return', 'finally of try goes on']],
    ['{ process.exit(1) }', ['block throw']],
    ['a && b(); a || c(); a ?? d(); a ? e() : f()', [
      'then(global a) goes on',
      'else(global a) goes on',
      'nullish(global a) goes on',
      'then(global a) goes on',
      'else(global a) goes on',
    ]],
    ['a || process.exit(1)', ['else(global a) throw']],
    ['a ??= b', ['nullish(global a) goes on']],
    ['x: for (;;) { for (;;) { continue x } }', ['loop continue', '  loop continue']],
  ])('%s', (body, expected) => expect(blocksOf(body)).toEqual(expected));
});

describe('a comment explains a catch clause, and a function without statements', () => {
  test.each<[string, boolean[]]>([
    ['try { a() } catch { /* the cache is optional */ }', [true]],
    ['try { a() } catch (e) { log(e) // told, but never fatal\n }', [true]],
    ['try { a() } catch {}', [false]],
    ['try { a() } catch { // }\n }', [false]],
    ['try { a() } catch (e) { // eslint-disable-next-line no-console\n log("// no comment") }', [false]],
    ['try { a() } catch { // TODO handle it\n }', [false]],
    ['a.catch(() => { /* nobody waits */ }); a.catch(() => {})', [true, false]],
  ])('%s', (body, expected) => {
    const facts = factsOf(`function f() { ${body} }`);
    const blocks = facts.blocks.slice(2).filter(({ kind }) => kind === 'catch' || kind === 'function');
    expect(blocks.map((block) => block.explained === true)).toEqual(expected);
    expect(facts.values.filter(({ kind }) => kind === 'caught')).toHaveLength(facts.blocks.filter(({ kind }) => kind === 'catch').length);
  });
});

/** How control leaves the body of a function. */
function exitOf(body: string): string {
  const block = factsOf(`function f() { ${body} }`).blocks[1];
  return block?.exits ? block.exitKind : 'none';
}

describe('a body exits', () => {
  test.each([
    ['if (a) return 1; return 2', 'return'],
    ['if (a) return 1; throw b', 'mixed'],
    ['if (a) return 1; else return 2', 'return'],
    ['if (a) return 1', 'none'],
    ['while (a) return 1', 'none'],
    ['while (true) { if (a) return 1 }', 'return'],
    ['while (true) { if (a) break }', 'none'],
    ['switch (a) { case 1: return 1; default: return 2 }', 'return'],
    ['switch (a) { case 1: return 1 }', 'none'],
    ['switch (a) { case 1: break; default: return 2 }', 'none'],
    ['try { return a() } catch { throw b }', 'mixed'],
    ['try { return a() } catch { b() }', 'none'],
    ['try { a() } finally { return 1 }', 'return'],
    ['try { throw a } catch { return 1 }', 'return'],
    ['a: { if (b) break a; return 1 }', 'none'],
    ['{ { return 1 } }', 'return'],
    ['return 1; f()', 'return'],
  ])('%s: %s', (body, expected) => expect(exitOf(body)).toBe(expected));

  test('an arrow without braces always returns, in a block around its expression', () => {
    const facts = factsOf('const f = (a) => a.b');
    expect(facts.blocks[1]).toMatchObject({ kind: 'function', start: 17, end: 20, exits: true, exitKind: 'return' });
  });
});

test('blocks are in source order with parents first, even where a default is read late', () => {
  const facts = factsOf('const { a = b && c, d = () => { if (e) return } } = f(g || h, () => { try { i() } catch {} })');
  facts.blocks.forEach((block, id) => {
    expect(block.parent).toBeLessThan(id === 0 ? 0 : id);
    const before = facts.blocks[id - 1];
    if (before) expect(before.start).toBeLessThanOrEqual(block.start);
  });
  expect(facts.blocks[facts.functions[1]?.body ?? -1]?.kind).toBe('function');
  const caught = facts.blocks.find((block) => block.kind === 'catch');
  expect(facts.blocks[caught?.try ?? -1]?.kind).toBe('try');
});
