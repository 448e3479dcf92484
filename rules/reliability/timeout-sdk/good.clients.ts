import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';
import { WebClient } from '@slack/web-api';
import sendgrid from '@sendgrid/mail';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import { google } from 'googleapis';
import nodemailer from 'nodemailer';
import Stripe from 'stripe';
import twilio from 'twilio';
import type { S3ClientConfig } from '@aws-sdk/client-s3';

export const stripe = new Stripe(process.env.STRIPE_KEY!, { timeout: 10_000 });
export const mailer = nodemailer.createTransport({ host: process.env.SMTP_HOST, connectionTimeout: 5_000, socketTimeout: 15_000 });
// Nothing is sent over a connection.
export const files = nodemailer.createTransport({ streamTransport: true });
export const s3 = new S3Client({ region: 'eu-west-1', requestHandler: { requestTimeout: 20_000 } });
export const queue = new SQSClient({ requestHandler: new NodeHttpHandler({ socketTimeout: 30_000 }) });
export const calendar = google.calendar({ version: 'v3', auth: process.env.GOOGLE_KEY, timeout: 10_000 });
export const slack = new WebClient(process.env.SLACK_TOKEN, { timeout: 10_000 });
sendgrid.setApiKey(process.env.SENDGRID_KEY!);
sendgrid.setTimeout(10_000);
// The library's own 30 s.
export const messages = twilio(process.env.TWILIO_SID, process.env.TWILIO_TOKEN);

// Whoever calls says how long.
export function bucket(settings: S3ClientConfig) {
  return new S3Client(settings);
}

// It signs an address and calls nobody.
export function download(key: string) {
  const signer = new S3Client({ region: 'eu-west-1' });
  return getSignedUrl(signer, new GetObjectCommand({ Bucket: 'files', Key: key }));
}
