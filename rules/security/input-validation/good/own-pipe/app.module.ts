import { Body, Controller, Module, Post } from '@nestjs/common';
import { APP_PIPE } from '@nestjs/core';
import { PrismaClient } from '@prisma/client';
import { IsNotEmpty, IsString } from 'class-validator';
import { ClassPipe } from './validation.pipe';

export class CreateCurrency {
  @IsString()
  @IsNotEmpty()
  code: string;
}

@Controller('currencies')
export class CurrenciesController {
  constructor(private readonly prisma: PrismaClient) {}

  @Post()
  create(@Body() currency: CreateCurrency) {
    return this.prisma.currency.create({ data: currency });
  }
}

@Module({ controllers: [CurrenciesController], providers: [PrismaClient, { provide: APP_PIPE, useClass: ClassPipe }] })
export class AppModule {}
