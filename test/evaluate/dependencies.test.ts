/** Dependencies as sites, judged by their versions. */
import { describe, expect, it } from 'vitest';
import { outcomeOf } from '../support/judge.js';

const RULE = `
sites: { dependency: true }
fails:
  - when: [{ name: { equals: [old] } }, { version: "<2" }]
`;

describe('dependency sites', () => {
  it('are those for production, judged by what is declared when nothing is locked', () => {
    const manifest = JSON.stringify({ name: 'app', dependencies: { old: '^1.4.0', other: '1.0.0' }, devDependencies: { unit: '1.0.0' } }, null, 2);
    const { sites } = outcomeOf(RULE, [], { 'package.json': manifest, 'a.js': '' });
    expect(sites.map(({ label, verdict }) => `${label} ${verdict}`)).toEqual(['old fail', 'other pass']);
    expect(sites[0]!.location).toMatchObject({ path: 'package.json', line: 4 });
  });

  it('are unknown when the declared range is on both sides', () => {
    const manifest = JSON.stringify({ name: 'app', dependencies: { old: '>=1' } });
    expect(outcomeOf(RULE, [], { 'package.json': manifest, 'a.js': '' }).sites[0]?.verdict).toBe('unknown');
  });

  it('are all there when the manifest is written in one line', () => {
    const manifest = JSON.stringify({ name: 'app', dependencies: { old: '1.0.0', older: '1.0.0' } });
    expect(outcomeOf('sites: { dependency: true }\notherwise: fail', [], { 'package.json': manifest, 'a.js': '' }).sites.map(({ label }) => label)).toEqual(['old', 'older']);
  });
});
