var nodemailer = require('nodemailer');
var stripe = require('stripe');
var AWS = require('@aws-sdk/client-ses');

// expect: timeout-sdk P3
var payments = stripe(process.env.STRIPE_KEY);

function mail() {
  // expect: timeout-sdk P2
  return nodemailer.createTransport({ service: 'gmail', auth: { user: process.env.MAIL_USER, pass: process.env.MAIL_PASSWORD } });
}

// expect: timeout-sdk P2
var ses = new AWS.SESClient({ region: 'eu-west-1', requestHandler: { requestTimeout: 0 } });

module.exports = { payments: payments, mail: mail, ses: ses };
