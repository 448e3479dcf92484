import { describe } from 'vitest';
import { followsEach, followsFor } from './flow-case.js';

describe('texts', () => {
  followsEach([
    ['a template', 'mark(`a ${SOURCE} b`);'],
    ['a template over lines', 'mark(`a\n ${SOURCE}\n b`);'],
    ['concat', `mark('a'.concat(SOURCE, 'b'));`],
    ['concat on it', `mark(SOURCE.concat('b'));`],
    ['replace on it', `mark(SOURCE.replace('a', 'b'));`],
    ['replace with it', `mark('a :x'.replace(':x', SOURCE));`],
    ['replaceAll', `mark('a :x'.replaceAll(':x', SOURCE));`],
    ['replace of quotes alone', `mark(SOURCE.replace(/'/, ''));`],
    ['split and join', `mark(SOURCE.split(',').join(' '));`],
    ['split and an element', `mark(SOURCE.split(',')[1]);`],
    ['split and destructuring', `const [a, b] = SOURCE.split(':'); mark(b);`],
    ['trim', `mark(SOURCE.trim());`],
    ['slice', `mark(SOURCE.slice(1));`],
    ['substring and substr', `mark(SOURCE.substring(1).substr(2));`],
    ['toLowerCase', `mark(SOURCE.toLowerCase());`],
    ['toString', `mark(SOURCE.toString());`],
    ['charAt', `mark(SOURCE.charAt(0));`],
    ['an indexed character', `mark(SOURCE[0]);`],
    ['padStart', `mark(SOURCE.padStart(10, 'x'));`],
    ['padEnd with it', `mark('a'.padEnd(10, SOURCE));`],
    ['repeat', `mark(SOURCE.repeat(2));`],
    ['normalize', `mark(SOURCE.normalize());`],
    ['match', `mark(SOURCE.match(/a(.*)/)[1]);`],
    ['exec', `mark(/a(.*)/.exec(SOURCE)[1]);`],
    ['matchAll', `for (const m of SOURCE.matchAll(/a(.*)/g)) mark(m[1]);`],
    ['at', `mark(SOURCE.at(0));`],
    ['String()', `mark(String(SOURCE));`],
    ['new String', `mark(new String(SOURCE));`],
    ['+ and empty', `mark('' + SOURCE);`],
    ['String.raw', 'mark(String.raw`a ${SOURCE}`);'],
    ['util.format', `mark(util.format('a %s', SOURCE));`, `const util = require('util');`],
    ['util.inspect', `mark(inspect(SOURCE));`, `import { inspect } from 'node:util';`],
    ['Buffer', `mark(Buffer.from(SOURCE).toString());`],
    ['Buffer of base64', `mark(Buffer.from(SOURCE, 'base64').toString('utf8'));`],
    ['new Buffer', `mark(new Buffer(SOURCE, 'base64').toString());`],
    ['Buffer.concat', `mark(Buffer.concat([Buffer.from(SOURCE)]).toString());`],
    ['decodeURIComponent', `mark(decodeURIComponent(SOURCE));`],
    ['unescape', `mark(unescape(SOURCE));`],
    ['atob', `mark(atob(SOURCE));`],
    ['searchParams', `mark(new URL(SOURCE, 'http://x').searchParams.get('id'));`],
    ['URLSearchParams', `mark(new URLSearchParams(SOURCE).get('id'));`],
    ['URLSearchParams put together', `const p = new URLSearchParams(); p.append('a', SOURCE); mark(p.get('a'));`],
    ['querystring', `mark(querystring.parse(SOURCE).id);`, `const querystring = require('querystring');`],
    ['qs', `mark(qs.parse(SOURCE).id);`, `const qs = require('qs');`],
    ['url.parse', `mark(url.parse(SOURCE, true).query.id);`, `const url = require('url');`],
    ['path.join', `mark(path.join('/a', SOURCE));`, `const path = require('path');`],
    ['path.resolve', `mark(path.resolve('/a', SOURCE));`, `import path from 'node:path';`],
    ['path.normalize', `mark(path.normalize(SOURCE));`, `import * as path from 'path';`],
    ['a text put together piece by piece', `var q = "a = '"; q = q + SOURCE; q = q + "'"; mark(q);`],
    ['fragments under a condition', `let w = ''; if (x) w += ' and a = ' + SOURCE; if (y) w += ' and b'; mark('a' + w);`],
    ['a text decoder', `mark(new TextDecoder().decode(SOURCE));`],
    ['localeUpper', `mark(SOURCE.toLocaleUpperCase());`],
  ]);
});

describe('texts that are encoded or cut for another use', () => {
  followsFor(['sql', 'shell'], [
    ['encodeURIComponent', `mark(encodeURIComponent(SOURCE));`],
    ['URLSearchParams as text', `const p = new URLSearchParams(); p.append('a', SOURCE); mark(p.toString());`],
    ['path.extname', `mark(path.extname(SOURCE));`, `const path = require('path');`],
  ]);
  // Without its directories it names one file.
  followsFor(['sql', 'shell', 'code', 'html'], [['a part between slashes', `mark(SOURCE.split('/')[1]);`]]);
  // The parser of URLs has encoded what would be markup.
  followsFor(['sql', 'shell', 'code', 'path'], [['new URL', `mark(new URL(SOURCE).pathname);`]]);
});
