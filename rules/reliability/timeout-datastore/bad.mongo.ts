import { MongoClient } from 'mongodb';
import mongoose from 'mongoose';

// expect: timeout-datastore P2
export const client = new MongoClient('mongodb://localhost:27017/desk');

export async function connect() {
  // expect: timeout-datastore P2
  await mongoose.connect('mongodb://localhost/desk', { autoIndex: false });
}

// expect: timeout-datastore
export const off = new MongoClient('mongodb://localhost:27017/desk', { socketTimeoutMS: 0 });
