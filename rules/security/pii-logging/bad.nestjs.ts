import { Body, Controller, Headers, Logger, Post } from '@nestjs/common';

class RegisterDto {
  email!: string;
  password!: string;
}

@Controller('accounts')
export class AccountsController {
  private readonly logger = new Logger(AccountsController.name);

  @Post()
  register(@Body() dto: RegisterDto, @Headers() headers: Record<string, string>) {
    // expect: pii-logging P0
    this.logger.log(dto);
    // expect: pii-logging P0
    this.logger.debug(`register ${JSON.stringify(dto)}`);
    // expect: pii-logging P0
    Logger.log(headers, 'register');
    // expect: pii-logging P1
    this.logger.warn(`address ${dto.email} is taken`);
    return { ok: true };
  }
}
