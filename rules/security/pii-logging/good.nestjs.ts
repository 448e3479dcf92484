import { Body, Controller, Logger, Param, Post } from '@nestjs/common';

class RegisterDto {
  email!: string;
  password!: string;
}

@Controller('accounts')
export class AccountsController {
  private readonly logger = new Logger(AccountsController.name);

  @Post(':id')
  register(@Param('id') id: string, @Body() dto: RegisterDto) {
    this.logger.log(`register ${id}`);
    this.logger.debug({ id, fields: Object.keys(dto) });
    this.logger.warn('address is taken');
    return { ok: true };
  }
}

// The name of a method is no name of a person.
class NamedCalls {
  private readonly calls = new Logger('calls');

  updateUser() {
    this.calls.log(`${this.updateUser.name} was called`);
  }
}
export { NamedCalls };
