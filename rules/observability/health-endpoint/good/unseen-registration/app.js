const app = require('express')();
require('./registry').applyTo(app);
app.listen(3000);
