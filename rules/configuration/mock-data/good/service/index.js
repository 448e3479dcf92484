const { orders } = require('./orders');
exports.list = () => orders.all();
