import { MongoClient } from 'mongodb';
import mongoose from 'mongoose';

export const client = new MongoClient('mongodb://localhost:27017/desk', { socketTimeoutMS: 30_000 });

export const inUrl = new MongoClient('mongodb://db/desk?socketTimeoutMS=30000&retryWrites=true');

// What the connection string says is set outside.
export const outside = new MongoClient(process.env.MONGO_URL!);

export const connect = () => mongoose.connect(process.env.MONGO_URL!, { socketTimeoutMS: 45_000, serverSelectionTimeoutMS: 5_000 });
