const app = require('express')();
app.listen(process.env.PORT, process.env.BIND);
