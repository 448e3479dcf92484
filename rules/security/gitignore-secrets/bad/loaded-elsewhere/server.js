// expect-project: gitignore-secrets P1
const dotenv = require('dotenv');

dotenv.config({ path: './config/config.env' });
require('express')().use(require('cookie-parser')(process.env.COOKIE_SECRET)).listen(process.env.PORT);
