import { generateKeyPairSync } from 'node:crypto';

/** DKIM: listed, of low confidence. */
// expect: weak-crypto P2
export const ofMail = () => generateKeyPairSync('rsa', { modulusLength: 1024, publicKeyEncoding: { type: 'spki', format: 'der' } });

export const record = (selector: string, key: string) => [`${selector}._domainkey`, `v=DKIM1; k=rsa; p=${key}`];

// expect: weak-crypto P1
export const shorter = () => generateKeyPairSync('rsa', { modulusLength: 768 });
