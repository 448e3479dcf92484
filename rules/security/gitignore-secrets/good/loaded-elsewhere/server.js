const dotenv = require('dotenv');

// Another file than `.env`, and git ignores it.
dotenv.config({ path: './config/config.env' });
require('express')().use(require('cookie-parser')(process.env.COOKIE_SECRET)).listen(process.env.PORT);
