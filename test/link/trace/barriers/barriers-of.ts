/** Asks where the argument of `mark(…)` in an Express handler comes from, with the models that are shipped. */
import { fileURLToPath } from 'node:url';
import { ownRulesDirectory } from '../../../../src/rulebook/index.js';
import { loadRulebook } from '../../../../src/rulebook/load.js';
import type { Sink } from '../../../../src/contracts/sinks.js';
import { originsOf, programOf } from '../../../support/program.js';

const { models } = loadRulebook([fileURLToPath(ownRulesDirectory())]).rulebook;

const HEADER = `import express from 'express'; import path from 'path'; import fs from 'fs'; const app = express(); const ROOT = '/srv/files';`;

/** Does request data reach the mark? In `body`, `x` is `req.query.x`. */
export function reaches(sink: Sink, body: string, before = ''): boolean {
  return originsIn(sink, `${HEADER} ${before}\napp.get('/', (req, res, next) => { const x = req.query.x; ${body} });`).includes('request');
}

/** Kinds of the origins of the marked value of a whole file. */
export function originsIn(sink: Sink, text: string): string[] {
  return originsOf(programOf({ 'main.ts': text }, models), 'main.ts', sink);
}
