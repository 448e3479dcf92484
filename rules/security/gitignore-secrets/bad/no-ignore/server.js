// No secret is read: told, and not counted.
// expect-project: gitignore-secrets P3
require('express')().listen(process.env.PORT);
