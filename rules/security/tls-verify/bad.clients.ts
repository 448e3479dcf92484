import https from 'node:https';
import axios from 'axios';
import got from 'got';
import fetch from 'node-fetch';
import { Agent } from 'undici';
import nodemailer from 'nodemailer';
import { Pool } from 'pg';
import mysql from 'mysql2/promise';
import Redis from 'ioredis';
import { MongoClient } from 'mongodb';
import request from 'request';
import superagent from 'superagent';
import sql from 'mssql';
import { DataSource } from 'typeorm';

export const api = axios.create({
  // expect: tls-verify
  httpsAgent: new https.Agent({ rejectUnauthorized: false }),
});

export const load = (url: string) =>
  // expect: tls-verify
  got(url, { https: { rejectUnauthorized: false } });

// expect: tls-verify
export const viaFetch = (url: string) => fetch(url, { agent: new https.Agent({ rejectUnauthorized: false }) });

// expect: tls-verify
export const dispatcher = new Agent({ connect: { rejectUnauthorized: false } });

export const mail = nodemailer.createTransport({
  host: 'smtp.example.com',
  port: 587,
  // expect: tls-verify
  tls: { rejectUnauthorized: false },
});

export const pool = new Pool({
  connectionString: process.env.DATABASE_URL,
  // expect: tls-verify
  ssl: process.env.NODE_ENV === 'production' ? { rejectUnauthorized: false } : false,
});

// expect: tls-verify
export const connection = mysql.createPool({ uri: process.env.MYSQL_URL, ssl: { rejectUnauthorized: false } });

// expect: tls-verify
export const redis = new Redis(process.env.REDIS_URL!, { tls: { rejectUnauthorized: false } });

// expect: tls-verify
export const mongo = new MongoClient(process.env.MONGO_URL!, { tls: true, tlsAllowInvalidCertificates: true });

// expect: tls-verify
request({ url: 'https://partner.example.com/orders', strictSSL: false }, () => {});

export const orders = () =>
  // expect: tls-verify
  superagent.get('https://partner.example.com/orders').disableTLSCerts();

export const mssql = sql.connect({
  server: 'sql.example.com',
  // expect: tls-verify
  options: { encrypt: true, trustServerCertificate: true },
});

export const source = new DataSource({
  type: 'postgres',
  url: process.env.DATABASE_URL,
  // expect: tls-verify
  extra: { ssl: { rejectUnauthorized: false } },
});
