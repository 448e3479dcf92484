require('node:test')('orders', () => undefined);
