// expect-project: gitignore-secrets P1
require('express')().use(require('cookie-parser')(process.env.COOKIE_SECRET)).listen(process.env.PORT);
