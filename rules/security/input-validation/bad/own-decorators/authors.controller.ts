import { Body, Controller, Injectable, Module, Post, ValidationPipe } from '@nestjs/common';
import { APP_PIPE } from '@nestjs/core';
import { PrismaClient } from '@prisma/client';
import { NameField } from './fields';

export class CreateAuthor {
  @NameField()
  name!: string;
}

@Injectable()
@Controller('authors')
export class AuthorsController {
  constructor(private readonly prisma: PrismaClient) {}

  // expect: input-validation
  @Post()
  create(@Body() author: CreateAuthor) {
    return this.prisma.author.create({ data: { name: author.name } });
  }
}

@Module({ controllers: [AuthorsController], providers: [PrismaClient, { provide: APP_PIPE, useValue: new ValidationPipe() }] })
export class AppModule {}
