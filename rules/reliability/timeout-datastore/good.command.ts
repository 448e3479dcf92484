// Run by hand: it opens its own connection, does its work and ends.
import { MongoClient } from 'mongodb';

const client = new MongoClient('mongodb://orders.internal/orders');

const command = async () => {
  await client.connect();
  await client.db().collection('orders').updateMany({ state: 'new' }, { $set: { state: 'open' } });
  await client.close();
  process.exit();
};

command();
