import { Injectable, Logger } from '@nestjs/common';

@Injectable()
export class UsersService {
  private readonly logger = new Logger(UsersService.name);

  async register(body: Record<string, string>) {
    // expect: pii-logging P0
    this.logger.log('register ' + JSON.stringify(body));
    return { id: 1 };
  }
}
