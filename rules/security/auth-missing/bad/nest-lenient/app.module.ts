import { Controller, Delete, Injectable, Logger, Module, Param, UnauthorizedException, UseGuards } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AuthGuard } from '@nestjs/passport';
import { InjectRepository, TypeOrmModule } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { Invoice } from './invoice.entity';

// Whoever has no valid token goes on, without a user.
@Injectable()
export class JwtAuthGuard extends AuthGuard('jwt') {
  private readonly logger = new Logger(JwtAuthGuard.name);
  handleRequest(error, user, info) {
    this.logger.debug(info);
    return user;
  }
}

@Injectable()
export class StrictAuthGuard extends AuthGuard('jwt') {
  handleRequest(error, user) {
    if (error || !user) throw error || new UnauthorizedException();
    return user;
  }
}

@Injectable()
export class CountingAuthGuard extends AuthGuard('jwt') {
  handleRequest(error, user, info, context) {
    return super.handleRequest(error, user, info, context);
  }
}

@Controller('invoices')
export class InvoicesController {
  constructor(@InjectRepository(Invoice) private readonly invoices: Repository<Invoice>) {}

  @UseGuards(JwtAuthGuard)
  // expect: auth-missing
  @Delete(':id')
  async remove(@Param('id') id: string) {
    await this.invoices.delete(id);
  }

  @UseGuards(StrictAuthGuard)
  // ok: auth-missing
  @Delete('strict/:id')
  async removeStrictly(@Param('id') id: string) {
    await this.invoices.delete(id);
  }

  @UseGuards(CountingAuthGuard)
  // ok: auth-missing
  @Delete('counted/:id')
  async removeCounted(@Param('id') id: string) {
    await this.invoices.delete(id);
  }
}

@Module({ imports: [TypeOrmModule.forFeature([Invoice])], controllers: [InvoicesController] })
export class AppModule {}

const app = await NestFactory.create(AppModule);
await app.listen(3000);
