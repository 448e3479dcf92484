const express = require('express');
const { requireSession } = require('./middleware/session');

const app = express();
app.use('/projects', requireSession, require('./routes'));
app.listen(3000);
