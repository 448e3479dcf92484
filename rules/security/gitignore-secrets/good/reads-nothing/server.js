require('express')().listen(require('./config.json').port);
