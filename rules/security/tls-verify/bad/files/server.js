// expect-project: tls-verify
require('express')().listen(process.env.PORT);
