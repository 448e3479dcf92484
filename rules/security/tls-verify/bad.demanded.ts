import https from 'node:https';

interface Settings {
  sslEnabled: boolean;
  strictSSL: boolean;
  allowSelfSigned: boolean;
}

export function encrypted(settings: Settings) {
  // expect: tls-verify
  return settings.sslEnabled ? new https.Agent({ rejectUnauthorized: false }) : new https.Agent();
}

export function strict(settings: Settings) {
  // expect: tls-verify
  if (settings.strictSSL) return new https.Agent({ rejectUnauthorized: false });
  return new https.Agent();
}

export function signed(settings: Settings) {
  // expect: tls-verify
  if (!settings.allowSelfSigned) return new https.Agent({ rejectUnauthorized: false });
  return new https.Agent();
}
