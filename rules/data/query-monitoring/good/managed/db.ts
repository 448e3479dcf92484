import { MongoClient } from 'mongodb';
import { Pool } from 'pg';

// The console of the database service may tell: unverified.
export const pool = new Pool({ connectionString: process.env.DATABASE_URL });
export const mongo = new MongoClient(process.env.MONGO_URL!);
