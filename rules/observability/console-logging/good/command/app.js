const app = require('express')();
app.get('/orders', (req, res) => res.json([]));
app.listen(3000);
