import { describe } from 'vitest';
import { followsFor, keepsApart } from './flow-case.js';

const JWT = `const jwt = require('jsonwebtoken');`;

describe('what a verified token carries is no request data', () => {
  keepsApart([
    ['verified in place', `mark(jwt.verify(SOURCE, KEY).id);`, JWT],
    ['verified and kept', `const claims = jwt.verify(SOURCE, KEY); mark(claims.user.name);`, JWT],
    ['verified in a function of the program', `mark(claimsOf(SOURCE).id);`, `${JWT} function claimsOf(token) { try { return jwt.verify(token, KEY); } catch { return null; } }`],
    ['kept in the request', `mark(req.user.id);`, `${JWT} app.use((req, res, next) => { req.user = jwt.verify(SOURCE, KEY); next(); });`],
    ['asynchronously', `const { payload } = await jwtVerify(SOURCE, KEY); mark(payload.sub);`, `import { jwtVerify } from 'jose';`],
  ]);
});

describe('what nobody has verified is', () => {
  followsFor(['value'], [['a payload put together by hand', `const [, body] = SOURCE.split('.'); mark(JSON.parse(Buffer.from(body, 'base64').toString()).id);`]]);
});
