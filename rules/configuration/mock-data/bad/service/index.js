// expect-project: mock-data
const { orders } = require('./mocks/orders');
exports.list = () => orders;
