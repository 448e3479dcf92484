import { S3Client } from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';
import { WebClient } from '@slack/web-api';
import sendgrid from '@sendgrid/mail';
import { google } from 'googleapis';
import nodemailer from 'nodemailer';
import Stripe from 'stripe';

// expect: timeout-sdk P3
export const stripe = new Stripe(process.env.STRIPE_KEY!, { maxNetworkRetries: 2 });
// expect: timeout-sdk P2
export const mailer = nodemailer.createTransport({ host: process.env.SMTP_HOST, port: 587, auth: { user: 'desk', pass: process.env.SMTP_PASSWORD } });
// expect: timeout-sdk P2
export const s3 = new S3Client({ region: 'eu-west-1' });
// expect: timeout-sdk P2
export const queue = new SQSClient({});
// expect: timeout-sdk P2
export const calendar = google.calendar({ version: 'v3', auth: process.env.GOOGLE_KEY });
// expect: timeout-sdk P2
export const slack = new WebClient(process.env.SLACK_TOKEN);
// expect: timeout-sdk P2
sendgrid.setApiKey(process.env.SENDGRID_KEY!);
