// The repository is told of once.
// expect-project: gitignore-secrets P1
require("express")().listen(process.env.PORT);
