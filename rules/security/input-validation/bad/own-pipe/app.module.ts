import { Body, Controller, Module, Post } from '@nestjs/common';
import { APP_PIPE } from '@nestjs/core';
import { PrismaClient } from '@prisma/client';
import { ClassPipe } from './validation.pipe';

// Nothing says what the fields must be.
export class CreateCurrency {
  code: string;
}

@Controller('currencies')
export class CurrenciesController {
  constructor(private readonly prisma: PrismaClient) {}

  // expect: input-validation
  @Post()
  create(@Body() currency: CreateCurrency) {
    return this.prisma.currency.create({ data: currency });
  }
}

@Module({ controllers: [CurrenciesController], providers: [PrismaClient, { provide: APP_PIPE, useClass: ClassPipe }] })
export class AppModule {}
