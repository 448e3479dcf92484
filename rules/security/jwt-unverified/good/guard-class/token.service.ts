import { Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';

@Injectable()
export class TokenService {
  constructor(private readonly jwt: JwtService) {}

  async check(token: string): Promise<void> {
    await this.jwt.verifyAsync(token, { algorithms: ['HS256'] });
  }

  async roleOf(token: string): Promise<string> {
    await this.jwt.verifyAsync(token, { algorithms: ['HS256'] });
    return this.jwt.decode<{ role: string }>(token).role;
  }
}
