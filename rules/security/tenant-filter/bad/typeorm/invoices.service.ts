import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { DataSource, Repository } from 'typeorm';
import { Currency, Invoice, Payment } from './entities';

@Injectable()
export class InvoicesService {
  constructor(
    @InjectRepository(Invoice) private readonly invoices: Repository<Invoice>,
    @InjectRepository(Currency) private readonly currencies: Repository<Currency>,
    private readonly dataSource: DataSource,
  ) {}

  all() {
    // expect: tenant-filter
    return this.invoices.find({ order: { number: 'ASC' } });
  }

  open(minimum: number) {
    // expect: tenant-filter
    return this.invoices.createQueryBuilder('invoice').where('invoice.amount > :minimum', { minimum: 100 }).getMany();
  }

  payments() {
    // expect: tenant-filter
    return this.dataSource.getRepository(Payment).count();
  }

  codes() {
    // ok: tenant-filter
    return this.currencies.find();
  }
}
