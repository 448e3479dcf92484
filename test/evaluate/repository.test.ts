/** `{ repository: true }`: what is asked once of all packages together. */
import { describe, expect, it } from 'vitest';
import { evaluateWith } from '../../src/evaluate/index.js';
import { programOf } from '../support/audit-case.js';
import { modelOf, ruleOf } from '../support/judge.js';
import { CLIENT } from './models.js';

const WORKSPACE = {
  'package.json': JSON.stringify({ name: 'shop', private: true, workspaces: ['apps/*'] }),
  'apps/api/package.json': JSON.stringify({ name: 'api', dependencies: { client: '1.0.0' } }),
  'apps/api/a.js': "import client from 'client';\nclient.get('/');\n",
  'apps/jobs/package.json': JSON.stringify({ name: 'jobs' }),
  'apps/jobs/b.js': 'export const b = 1;\n',
  'apps/jobs/Dockerfile': 'FROM node:22\nUSER node\n',
};

function judged(rule: string) {
  const models = [modelOf(CLIENT)];
  return evaluateWith({ rules: [ruleOf(rule)], models })(programOf(WORKSPACE, models)).map(({ package: directory, kind, sites }) => ({ directory, kind, verdicts: sites.map(({ verdict, label }) => `${label} ${verdict}`) }));
}

describe('a rule of the repository', () => {
  it('has one outcome and one site, however many packages there are', () => {
    expect(judged('sites: { repository: true }\notherwise: fail')).toEqual([{ directory: '', kind: 'decided', verdicts: ['shop fail'] }]);
    expect(judged('sites: { project: true }\notherwise: fail').map(({ directory }) => directory)).toEqual(['apps/api', 'apps/jobs']);
  });

  it.each([
    ['{ project-has: { role: http.request } }'],
    ['{ depends-on: [client] }'],
    ['{ files-have: last.USER, in: [Dockerfile] }'],
    ['{ files-exist: ["/apps/jobs/*.js"] }'],
  ])('asks %s of all packages', (condition) => {
    expect(judged(`sites: { repository: true }\npasses: [${condition}]`)[0]!.verdicts).toEqual(['shop pass']);
    expect(judged(`applies: { when: ${condition}, reason: none }\nsites: { repository: true }\notherwise: fail`)[0]!.kind).toBe('decided');
  });

  it('says nothing of a repository without source', () => {
    expect(evaluateWith({ rules: [ruleOf('sites: { repository: true }\notherwise: fail')], models: [] })(programOf({ 'README.md': '' }, []))).toEqual([]);
  });

  it('judges sites beside it in all packages', () => {
    expect(judged('sites: { any-of: [{ repository: true }, { role: http.request }] }\notherwise: fail')).toEqual([{ directory: '', kind: 'decided', verdicts: ['client.get fail', 'shop fail'] }]);
  });
});
