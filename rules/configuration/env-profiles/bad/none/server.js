// expect-project: env-profiles
const app = require('express')();
app.listen(process.env.PORT, process.env.BIND);
