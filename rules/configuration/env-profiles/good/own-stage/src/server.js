const { IS_PRODUCTION } = require('./constants');
const app = require('express')();
app.locals.isVerbose = !IS_PRODUCTION;
app.listen(process.env.PORT);
