/** Where an unset variable does harm. */
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { ownRulesDirectory } from '../../src/rulebook/index.js';
import { loadRulebook } from '../../src/rulebook/load.js';
import { programOf } from '../support/audit-case.js';

const { models } = loadRulebook([fileURLToPath(ownRulesDirectory())]).rulebook;

function isNeeded(text: string): boolean {
  const reads = programOf({ 'src/service.ts': text }, models).environment.reads.filter((read) => read.name === 'API_KEY');
  expect(reads).not.toHaveLength(0);
  return reads.some((read) => read.needed !== null);
}

describe('a variable is needed', () => {
  it.each([
    ['by a client', "import { Client } from 'mail'; new Client(process.env.API_KEY!);"],
    ['by the options of a client', "import { Client } from 'mail'; new Client({ auth: { key: process.env.API_KEY as string } });"],
    ['by options that a variable holds', "const mail = require('mail'); const options = { key: process.env.API_KEY }; mail.createTransport(options);"],
    ['in a text', 'const key = process.env.API_KEY; export const headers = () => ({ authorization: `Bearer ${key}` });'],
    ['by a method of it', "export const keys = process.env.API_KEY.split(',');"],
    ['where it is compared with what is sent', 'export const isPartner = (sent) => sent === process.env.API_KEY;'],
    ['behind settings', "const config = { key: process.env.API_KEY }; require('mail').connect(config.key);"],
    ['through a function of the program', "function start(key) { return require('mail').connect(key); } start(process.env.API_KEY);"],
    ['as a text alone, by a client', "const key = `${process.env.API_KEY}`; require('mail').connect(key);"],
    ['in production', "if (process.env.NODE_ENV === 'production') require('mail').connect(process.env.API_KEY);"],
  ])('%s', (_name, text) => expect(isNeeded(text)).toBe(true));
});

describe('a variable is not seen to be needed', () => {
  it.each([
    ['among settings that nobody reads', 'export const settings = { key: process.env.API_KEY };'],
    ['in an answer', 'export const show = (request, response) => response.json({ key: process.env.API_KEY });'],
    ['in a line of a log', 'console.log(`key ${process.env.API_KEY}`);'],
    ['where another variable chooses', "if (process.env.STORAGE === 's3') require('mail').connect(process.env.API_KEY);"],
    ['as a text alone, where another variable chooses', "const config = { key: `${process.env.API_KEY}` }; if (process.env.STORAGE === 's3') require('mail').connect(config.key);"],
    ['as a list that may be empty', "export const keys = (process.env.API_KEY ?? '').split(',');"],
    ['where it is tested', "if (process.env.API_KEY) require('mail').connect(process.env.API_KEY);"],
  ])('%s', (_name, text) => expect(isNeeded(text)).toBe(false));
});
