import { Injectable, Logger } from '@nestjs/common';

@Injectable()
export class UsersService {
  private readonly logger = new Logger(UsersService.name);

  async rename(id: string, length: number) {
    // ok: pii-logging
    this.logger.log(`rename ${id} ${JSON.stringify(length)}`);
    return { id };
  }
}
