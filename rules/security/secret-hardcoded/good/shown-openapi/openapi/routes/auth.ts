import { json } from '../json.js';

export const login = { body: json({ email: 'ada@shop.io', password: 'S3cure!Passw0rd' }) };
