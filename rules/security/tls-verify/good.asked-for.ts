import https from 'node:https';
import tls from 'node:tls';
import nodemailer from 'nodemailer';

interface Settings {
  rejectUnauthorized: boolean;
  tlsVerify?: boolean | string;
  bypassSSL: boolean;
}

// What the operator's setting says, by its name.
export function transport(settings: Settings) {
  const options: { host: string; tls?: { rejectUnauthorized: boolean } } = { host: 'mail' };
  if (!settings.rejectUnauthorized) {
    options.tls = { rejectUnauthorized: false };
  }
  return nodemailer.createTransport(options);
}

export const verified = (settings: Settings) => ({ tls: settings.tlsVerify === false ? { rejectUnauthorized: false } : {} });

export function agentOf(settings: Settings, url: URL) {
  if (settings.bypassSSL) process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';
  if (process.env.DATABASE_REJECT_UNAUTHORIZED_SSL_CERTIFICATE === 'false') {
    return new https.Agent({ rejectUnauthorized: false });
  }
  return url.searchParams.get('rejectUnauthorized') === 'false' ? new https.Agent({ rejectUnauthorized: false }) : new https.Agent();
}

// A server that judges the certificates of its clients itself.
export const server = https.createServer({ requestCert: true, rejectUnauthorized: false }, (request, response) => {
  response.statusCode = (request.socket as tls.TLSSocket).authorized ? 200 : 401;
  response.end();
});

// A look at the certificate of somebody's site.
export function certificateOf(host: string) {
  const socket = tls.connect({ host, port: 443, servername: host, rejectUnauthorized: false }, () => {
    console.log(socket.getPeerCertificate(true).valid_to);
    socket.end();
  });
}

// No encryption there.
export const network = { host: 'irc', port: 6667, tls: false, rejectUnauthorized: false };

export class Monitors {
  private readonly agent = new https.Agent();
  private readonly insecureAgent: https.Agent;
  constructor() {
    this.insecureAgent = new https.Agent({ keepAlive: true, rejectUnauthorized: false });
  }
  agentFor(monitor: { ignoreTlsErrors: boolean }) {
    return monitor.ignoreTlsErrors ? this.insecureAgent : this.agent;
  }
}

export const database = { ssl: { require: false, rejectUnauthorized: false } };

export function databaseOf(connection: { mysqlSkipValidateServerCert?: boolean }) {
  const settings: { ssl: { rejectUnauthorized?: boolean } } = { ssl: {} };
  if (connection.mysqlSkipValidateServerCert) {
    settings.ssl.rejectUnauthorized = false;
  }
  return settings;
}
