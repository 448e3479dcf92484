import rateLimit from 'express-rate-limit';
import bcrypt from 'bcrypt';
import { Pool } from 'pg';
import { generateKeyPairSync } from 'node:crypto';

const HASH_ROUNDS = 12;
const REQUESTS_PER_MINUTE = Number(process.env.REQUESTS_PER_MINUTE ?? 100);
const login = { windowMs: 60_000, max: 5 };

// ok: hardcoded-thresholds
export const limiter = rateLimit({ windowMs: 60_000, max: REQUESTS_PER_MINUTE });
export const loginLimiter = rateLimit(login);
export const uploads = rateLimit({ windowMs: 60_000, limit: (request) => (request.user?.paid ? 100 : 10) });
export const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: Number(process.env.POOL_SIZE || 10) });
// What is not a limit, and what the library decides.
export const replica = new Pool({ connectionString: process.env.REPLICA_URL, connectionTimeoutMillis: 2000 });
export const hash = (password: string) => bcrypt.hash(password, HASH_ROUNDS);
export const salted = async (password: string) => bcrypt.hash(password, await bcrypt.genSalt(HASH_ROUNDS));
export const keys = (bits: number) => generateKeyPairSync('rsa', { modulusLength: bits });
