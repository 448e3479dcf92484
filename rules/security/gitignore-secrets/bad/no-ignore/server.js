// expect-project: gitignore-secrets
require('express')().listen(process.env.PORT);
