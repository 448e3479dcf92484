import express from 'express';
import nock from 'nock';
import { faker } from '@faker-js/faker';
import { orders } from './orders.js';

const app = express();
const sampleRate = 0.1;
const defaults = [{ currency: 'EUR' }];
const stubCount = 3;
app.get('/orders', async (req, res) => res.json(await orders.all()));
app.get('/currencies', (req, res) => res.json(defaults));
app.get('/rate', (req, res) => res.json({ sampleRate, stubCount }));
// What a request or a database called mock holds is real.
app.get('/mock', async (req, res) => {
  const mockById = await orders.find(req.params.id);
  res.json(mockById);
});
if (process.env.NODE_ENV === 'test') nock('https://pay.acme.io').post('/charge').reply(200);
export function seedUsers() {
  return Array.from({ length: 10 }, () => ({ name: faker.person.fullName() }));
}
export const demo = process.env.DEMO_MODE ? faker.person.fullName() : null;
export const paymentFactory = (given: { id?: string }) => ({ id: given.id ?? faker.string.uuid() });
