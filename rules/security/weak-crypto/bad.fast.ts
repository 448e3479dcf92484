import * as crypto from 'crypto';
import { createHash, createHmac } from 'node:crypto';

export class PasswordTransformer {
  to(password: string) {
    // expect: weak-crypto
    return crypto.createHmac('sha256', password).digest('hex');
  }
}

export class Users {
  constructor(private readonly repository: { findOneBy(filter: object): Promise<unknown> }) {}

  async byNameAndPassword(username: string, password: string) {
    // expect: weak-crypto
    const digest = createHash('sha256').update(password + process.env.PEPPER).digest('hex');
    return this.repository.findOneBy({ username, password: digest });
  }
}

// expect: weak-crypto
export const hashPassword = (text: string, salt: string) => createHmac('sha512', salt).update(text).digest('hex');

// A key in the source's settings does not make the hash slow.
// expect: weak-crypto
export const peppered = (password: string) => createHmac('md5', process.env.PEPPER!).update(password).digest('hex');
