import { CanActivate, Controller, Delete, ExecutionContext, Injectable, Module, Param, UseGuards } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AuthGuard } from '@nestjs/passport';
import { InjectRepository, TypeOrmModule } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { Invoice } from './invoice.entity';

@Injectable()
export class JwtAuthGuard extends AuthGuard('jwt') {
  canActivate(context: ExecutionContext) {
    return super.canActivate(context);
  }
}

// To be written one day.
@Injectable()
export class RolesGuard implements CanActivate {
  canActivate(): boolean {
    return true;
  }
}

@Injectable()
export class OwnerGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    return context.switchToHttp().getRequest().user.role === 'admin';
  }
}

@Controller('invoices')
export class InvoicesController {
  constructor(@InjectRepository(Invoice) private readonly invoices: Repository<Invoice>) {}

  @UseGuards(JwtAuthGuard)
  // expect: authz-missing
  @Delete(':id')
  async remove(@Param('id') id: string) {
    await this.invoices.delete(id);
  }

  @UseGuards(JwtAuthGuard, RolesGuard)
  // expect: authz-missing
  @Delete('roles/:id')
  async removeByRole(@Param('id') id: string) {
    await this.invoices.delete(id);
  }

  @UseGuards(JwtAuthGuard, OwnerGuard)
  // ok: authz-missing
  @Delete('owned/:id')
  async removeOwned(@Param('id') id: string) {
    await this.invoices.delete(id);
  }
}

@Module({ imports: [TypeOrmModule.forFeature([Invoice])], controllers: [InvoicesController] })
export class AppModule {}

const app = await NestFactory.create(AppModule);
await app.listen(3000);
