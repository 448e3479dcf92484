const request = require('request');
const rp = require('request-promise');
const native = require('request-promise-native');

exports.user = (id, done) => {
  // expect: timeout-outbound
  request(`https://id.example.com/users/${id}`, done);
};

exports.create = (body, done) => {
  // expect: timeout-outbound
  request.post({ url: 'https://id.example.com/users', json: body }, done);
};

// expect: timeout-outbound
exports.orders = () => rp({ uri: 'https://api.example.com/orders', json: true });

// expect: timeout-outbound
exports.invoices = () => native.get('https://api.example.com/invoices');

const api = request.defaults({ baseUrl: 'https://api.example.com' });

exports.items = (done) => {
  // expect: timeout-outbound
  api.get('/items', done);
};
