var express = require('express');
var app = express();
var large = ['/imports', '/events'];
// Raised where more is needed: listed, with low confidence.
// expect: body-limit P3
app.use(large, express.json({ limit: '20mb' }));
// expect: body-limit P3
app.post('/files/:name', express.raw({ limit: '20mb', type: '*/*' }), function (req, res) { res.end(); });
// All of the interface is no chosen path.
// expect: body-limit P1
app.use('/api', express.json({ limit: '20mb' }));
app.listen(process.env.PORT);
