const tools_1 = require('vm');
const app = require('express')();

app.get('/', (req, res) => {
  // expect: code-injection
  (0, eval)(req.query.code);
  // expect: code-injection
  (0, tools_1.runInThisContext)(req.query.code);
  res.end();
});
