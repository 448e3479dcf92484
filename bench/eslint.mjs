// ESLint with eslint-plugin-security's recommended rules on the files of a list, as a process of its own.
// usage: node bench/eslint.mjs <root> <list> [cache file]
import { readFileSync } from 'node:fs';
import * as parser from '@typescript-eslint/parser';
import { ESLint } from 'eslint';
import security from 'eslint-plugin-security';

const [, , root, list, cache] = process.argv;
const lint = new ESLint({
  cwd: root,
  overrideConfigFile: true,
  // Comments of the audited code may name rules of plugins that are not loaded; that is no concern here.
  allowInlineConfig: false,
  overrideConfig: [
    { files: ['**/*.{js,cjs,mjs,jsx,ts,cts,mts,tsx}'], languageOptions: { parser, parserOptions: { ecmaFeatures: { jsx: true } } } },
    { files: ['**/*.{ts,cts,mts}'], languageOptions: { parserOptions: { ecmaFeatures: { jsx: false } } } },
    security.configs.recommended,
  ],
  ignore: false,
  ...(cache === undefined ? {} : { cache: true, cacheLocation: cache }),
});
const results = await lint.lintFiles(readFileSync(list, 'utf8').split('\n').filter(Boolean));
console.log(JSON.stringify({ files: results.length, findings: results.reduce((sum, result) => sum + result.warningCount + result.errorCount, 0), unparsed: results.filter((result) => result.fatalErrorCount > 0).length }));
