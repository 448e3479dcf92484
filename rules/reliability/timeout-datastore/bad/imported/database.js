const mongoose = require('mongoose');

// What a server brings in ends with nothing.
// expect: timeout-datastore P2
mongoose.connect('mongodb://orders.internal/orders').catch(() => process.exit(0));
