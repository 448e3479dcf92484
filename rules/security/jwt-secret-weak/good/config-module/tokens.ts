import jwt from 'jsonwebtoken';
import { config } from './index';

export class Tokens {
  private readonly secret = config.jwt.secret;

  sign(id: string): string {
    return jwt.sign({ sub: id }, this.secret);
  }

  read(token: string) {
    return jwt.verify(token, this.secret, { algorithms: ['HS256'] });
  }
}
