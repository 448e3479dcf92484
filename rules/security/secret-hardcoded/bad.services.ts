import { Injectable } from '@nestjs/common';
import { JwtModule } from '@nestjs/jwt';
import Stripe from 'stripe';
import OpenAI from 'openai';
import nodemailer from 'nodemailer';
import crypto from 'crypto';
// expect: secret-hardcoded
const stripe = new Stripe('sk_live_' + '4eC39HqLyjWDarjtT1zdp7dcZZ');
// expect: secret-hardcoded
const openai = new OpenAI({ apiKey: 'sk-' + 'Zk3vQ9tLw7Rb2NxY5cHd8MfA4eGs6JpU1oWi0KqTabcdWXYZ' });
@Injectable()
export class MailService {
  // expect: secret-hardcoded
  private readonly smtpPassword = 'Hx7!kdP2mQ';
  // expect: secret-hardcoded
  static readonly SIGNING_KEY = 'f3c9d1e5a24860b7f3c9d1e5';
  transport = nodemailer.createTransport({
    service: 'gmail',
    auth: {
      user: 'robot@acme.io',
      // expect: secret-hardcoded
      pass: 'abcdwxyzabcdwxyz',
    },
  });
}
// expect: secret-hardcoded
export const ENCRYPTION_KEY = '9f3b7c1e5d2a8f406b1c9e7d3a5f8b20';
export function seal(text: string) {
  // expect: secret-hardcoded
  const key = crypto.scryptSync('correct horse battery', 'salt', 32);
  return crypto.createCipheriv('aes-256-gcm', key, crypto.randomBytes(12)).update(text);
}
// expect: secret-hardcoded
export const githubToken = 'github_pat_' + '11ABCDEFG0Zk3vQ9tLw7Rb_Zk3vQ9tLw7Rb2NxY5cHd8MfA4eGs6JpU1oWi0KqTZk3vQ9tLw7Rb2NxY5cH';
export const gcp = {
  type: 'service_account',
  client_email: 'robot@acme.iam.gserviceaccount.com',
  // expect: secret-hardcoded
  private_key: '-----BEGIN PRIVATE KEY-----\n' + 'MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7VJTUt9Us8cKjMzEfYyjiWA4R4\n-----END PRIVATE KEY-----\n',
};
// expect: secret-hardcoded
export const session = 'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9' + '.eyJzdWIiOiI0Mjg4MTIiLCJyb2xlIjoiYWRtaW4ifQ' + '.Zk3vQ9tLw7Rb2NxY5cHd8MfA4eGs6JpU1oWi0KqTabc';
// Listed, but not counted: what takes the place of a missing setting is judged by itself.
// expect: secret-hardcoded
export const DEFAULT_SECRET = 'supersecret1';
export function complete(config: { cookieSecret?: string }) {
  // expect: secret-hardcoded
  if (!config.cookieSecret) config.cookieSecret = 'supersecret1';
  return config;
}
