import https from 'node:https';
import { readFileSync } from 'node:fs';
import axios from 'axios';
import got from 'got';
import nodemailer from 'nodemailer';
import { Pool } from 'pg';
import { MongoClient } from 'mongodb';
import sql from 'mssql';

interface TlsSettings {
  rejectUnauthorized: boolean;
  ca?: string;
}

export const api = axios.create({ httpsAgent: new https.Agent({ ca: readFileSync('ca.pem') }) });

export const load = (url: string) => got(url, { https: { rejectUnauthorized: true } });

export const mail = nodemailer.createTransport({ host: 'smtp.example.com', port: 465, secure: true, tls: { minVersion: 'TLSv1.2' } });

export function poolWith(settings: TlsSettings) {
  return new Pool({ connectionString: process.env.DATABASE_URL, ssl: { rejectUnauthorized: settings.rejectUnauthorized, ca: settings.ca } });
}

export const mongo = new MongoClient(process.env.MONGO_URL!, { tls: true, tlsCAFile: '/etc/ssl/ca.pem', tlsAllowInvalidCertificates: false });

export const mssql = sql.connect({ server: 'sql.example.com', options: { encrypt: true, trustServerCertificate: false } });

export const local = sql.connect({ server: 'sql.example.com', options: { encrypt: true, trustServerCertificate: process.env.MSSQL_TRUST === 'yes' } });

export function developmentAgent() {
  if (process.env.NODE_ENV !== 'production') return new https.Agent({ rejectUnauthorized: false });
  return new https.Agent();
}

// Only where an operator asks for it by name.
export const lenient = process.env.ALLOW_UNAUTHORIZED_CERTS ? { rejectUnauthorized: false } : undefined;

export function transport(config: Record<string, unknown>) {
  const options: Record<string, unknown> = { host: 'smtp.example.com' };
  if (config['smtp:allow-self-signed']) options['tls'] = { rejectUnauthorized: false };
  return nodemailer.createTransport(options);
}
