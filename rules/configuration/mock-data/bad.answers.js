const express = require('express');
const { faker } = require('@faker-js/faker');
const app = express();
const mockOrders = [{ id: 1, total: 99 }, { id: 2, total: 12 }];
const FAKE_USERS = { alice: { name: 'Alice' } };
function getMockBalance() {
  return 1200;
}
// expect: mock-data
app.get('/orders', (req, res) => res.json(mockOrders));
// expect: mock-data
app.get('/orders/:id', (req, res) => res.json(mockOrders.find((each) => each.id === Number(req.params.id))));
// expect: mock-data
app.get('/users', (req, res) => res.send({ users: FAKE_USERS }));
// expect: mock-data
app.get('/balance', (req, res) => res.json({ balance: getMockBalance() }));
// expect: mock-data
app.get('/profile', (req, res) => res.json({ name: faker.person.fullName() }));
const chance = new (require('chance'))();
// expect: mock-data
app.get('/customers', (req, res) => res.json([{ name: chance.name(), id: chance.guid() }]));
