const request = require('request');
const rp = require('request-promise');
const native = require('request-promise-native');

exports.user = (id, done) => {
  request(`https://id.example.com/users/${id}`, { timeout: 5000 }, done);
};

exports.create = (body, done) => {
  request.post({ url: 'https://id.example.com/users', json: body, timeout: 5000 }, done);
};

exports.orders = () => rp({ uri: 'https://api.example.com/orders', json: true, timeout: 5000 });

exports.invoices = () => native.get('https://api.example.com/invoices', { timeout: 5000 });

const api = request.defaults({ baseUrl: 'https://api.example.com', timeout: 5000 });

exports.items = (done) => {
  api.get('/items', done);
};
