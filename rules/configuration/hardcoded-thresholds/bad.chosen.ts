import bcrypt from 'bcrypt';
import { pbkdf2Sync } from 'node:crypto';
import { Pool } from 'pg';

// expect: hardcoded-thresholds
export const first = () => bcrypt.hash(process.env.ADMIN_PASSWORD ?? 'admin', 10);
// expect: hardcoded-thresholds
export const passwordDigest = (secret: string, salt: string) => pbkdf2Sync(secret, salt, 1000, 32, 'sha256');
// expect: hardcoded-thresholds
export const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 2 });
