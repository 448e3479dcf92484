import { BullModule } from '@nestjs/bull';
import { Module } from '@nestjs/common';
import { Invoices } from './invoices.service';

@Module({
  imports: [BullModule.forRoot({ redis: { host: 'cache', port: 6379 } }), BullModule.registerQueue({ name: 'invoices' })],
  providers: [Invoices],
})
export class AppModule {}
