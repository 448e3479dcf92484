const request = require('request');
const rp = require('request-promise');
const native = require('request-promise-native');

exports.user = (id) => {
  // expect: timeout-outbound
  request(`https://id.example.com/users/${id}`, (error, response, body) => console.log(error ?? body));
};

exports.create = (body) => {
  // expect: timeout-outbound
  request.post({ url: 'https://id.example.com/users', json: body }, (error) => console.log(error));
};

// expect: timeout-outbound
exports.orders = () => rp({ uri: 'https://api.example.com/orders', json: true });

// expect: timeout-outbound
exports.invoices = () => native.get('https://api.example.com/invoices');

const api = request.defaults({ baseUrl: 'https://api.example.com' });

exports.items = () => {
  // expect: timeout-outbound
  api.get('/items', (error, response, body) => console.log(error ?? body));
};
