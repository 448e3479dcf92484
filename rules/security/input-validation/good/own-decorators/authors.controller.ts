import { Body, Controller, Injectable, Module, Post, ValidationPipe } from '@nestjs/common';
import { APP_PIPE } from '@nestjs/core';
import { PrismaClient } from '@prisma/client';
import { NameField, StringField } from './fields';

export class CreateAuthor {
  @NameField()
  name!: string;

  @StringField({ optional: true })
  biography?: string;
}

@Injectable()
@Controller('authors')
export class AuthorsController {
  constructor(private readonly prisma: PrismaClient) {}

  @Post()
  create(@Body() author: CreateAuthor) {
    return this.prisma.author.create({ data: { name: author.name, biography: author.biography } });
  }
}

@Module({ controllers: [AuthorsController], providers: [PrismaClient, { provide: APP_PIPE, useValue: new ValidationPipe({ whitelist: true }) }] })
export class AppModule {}
