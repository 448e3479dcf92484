import { Controller, Delete, Get, Module, Param } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { InjectRepository, TypeOrmModule } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { Invoice } from './invoice.entity';

@Controller('invoices')
export class InvoicesController {
  constructor(@InjectRepository(Invoice) private readonly invoices: Repository<Invoice>) {}

  // expect: auth-missing
  @Get()
  list() {
    return this.invoices.find();
  }

  // expect: auth-missing
  @Delete(':id')
  async remove(@Param('id') id: string) {
    await this.invoices.delete(id);
  }
}

@Module({ imports: [TypeOrmModule.forFeature([Invoice])], controllers: [InvoicesController] })
export class AppModule {}

const app = await NestFactory.create(AppModule);
await app.listen(3000);
