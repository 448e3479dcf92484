import { InjectQueue } from '@nestjs/bull';
import { Injectable } from '@nestjs/common';
import { Queue } from 'bull';

@Injectable()
export class Invoices {
  constructor(@InjectQueue('invoices') private readonly invoices: Queue) {}

  async order(id: number) {
    await this.invoices.add('create', { id });
  }
}
