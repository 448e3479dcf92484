import express from 'express';
import * as runtypes from 'runtypes';
import { Object as ObjectOf, String as Text } from 'runtypes';
import { Type } from '@sinclair/typebox';
import { Value } from '@sinclair/typebox/value';
import { Compile } from 'typebox/compile';
import Schemas from 'typebox/value';
import { orders, OrderType } from './orders';

const app = express();
app.use(express.json());

const Order = ObjectOf({ sku: Text });
const OldOrder = runtypes.Record({ sku: runtypes.String });
const BoxedOrder = Type.Object({ sku: Type.String({ maxLength: 40 }) });
const compiled = Compile(OrderType);

app.post('/runtypes/parse', async (req, res) => {
  res.json(await orders.create(Order.parse(req.body)));
});

app.post('/runtypes/guard', async (req, res) => {
  if (!OldOrder.guard(req.body)) return res.status(400).end();
  res.json(await orders.create(req.body));
});

app.post('/typebox/assert', async (req, res) => {
  Value.Assert(BoxedOrder, req.body);
  res.json(await orders.create(req.body));
});

app.post('/typebox/context', async (req, res) => {
  res.json(await orders.create(Schemas.Parse({}, OrderType, req.body)));
});

app.post('/typebox/compiled', async (req, res) => {
  res.json(await orders.create(compiled.Parse(req.body)));
});
