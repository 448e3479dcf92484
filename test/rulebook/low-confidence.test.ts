/** Findings of the own rules that hold by their words and accuse nobody: of low confidence, beside the same finding without the reason. */
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { ownRulesDirectory } from '../../src/rulebook/index.js';
import { loadRulebook } from '../../src/rulebook/load.js';
import { auditCase } from '../support/audit-case.js';

const { rulebook } = loadRulebook([fileURLToPath(ownRulesDirectory())]);

function confidences(id: string, code: string): string[] {
  const rules = rulebook.rules.filter((rule) => rule.id === id);
  return auditCase({ 'a.js': code }, { rules, models: rulebook.models }).flatMap(({ sites }) => sites.map((site) => (site.verdict === 'fail' ? site.confidence : site.verdict)));
}

test('the message of an error of an upload is of low confidence, its stack is not', () => {
  const code = (told: string) => `const app = require('express')(); const multer = require('multer');
const upload = multer({ dest: 'uploads/' }).single('file');
app.post('/files', (req, res, next) => upload(req, res, (err) => { if (err) return res.status(500).json({ error: ${told} }); next(); }));`;
  expect(confidences('error-detail-exposed', code('err.message'))).toEqual(['low']);
  expect(confidences('error-detail-exposed', code('err.stack'))).toEqual(['high']);
});

test('an address that one request puts into merged settings and another calls is of low confidence', () => {
  const code = `const app = require('express')(); const axios = require('axios'); const merge = require('lodash/merge');
const settings = merge({ hook: 'https://example.com' }, require('./settings.json'));
app.post('/settings', (req, res) => { settings.hook = req.body.hook; res.end(); });
app.post('/notify', async (req, res) => { await axios.post(settings.hook, {}); res.end(); });
app.post('/call', async (req, res) => { await axios.post(req.body.hook, {}); res.end(); });`;
  expect(confidences('ssrf', code)).toEqual(['low', 'high']);
});
