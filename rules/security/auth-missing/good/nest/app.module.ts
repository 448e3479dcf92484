import { Body, Controller, Delete, Module, Param, Post } from '@nestjs/common';
import { APP_GUARD, NestFactory } from '@nestjs/core';
import { InjectRepository, TypeOrmModule } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { Public, TokenGuard } from './auth/jwt.guard';
import { Invoice } from './invoice.entity';

@Controller('invoices')
export class InvoicesController {
  constructor(@InjectRepository(Invoice) private readonly invoices: Repository<Invoice>) {}

  @Delete(':id')
  async remove(@Param('id') id: string) {
    await this.invoices.delete(id);
  }

  @Public()
  @Post('requests')
  async request(@Body() body: Invoice) {
    await this.invoices.save(body);
  }
}

@Module({
  imports: [TypeOrmModule.forFeature([Invoice])],
  controllers: [InvoicesController],
  providers: [{ provide: APP_GUARD, useClass: TokenGuard }],
})
export class AppModule {}

const app = await NestFactory.create(AppModule);
await app.listen(3000);
