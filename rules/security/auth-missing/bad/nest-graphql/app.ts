import { Module, UseGuards } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { GqlAuthGuard } from './guard';
import { PrismaService } from './prisma.service';

@Resolver()
export class NotesResolver {
  constructor(private readonly prisma: PrismaService) {}

  // expect: auth-missing
  @Mutation(() => Boolean)
  removeNote(@Args('id') id: string) {
    return this.prisma.note.delete({ where: { id } });
  }

  // ok: auth-missing
  @Mutation(() => Boolean)
  @UseGuards(GqlAuthGuard)
  renameNote(@Args('id') id: string, @Args('title') title: string) {
    return this.prisma.note.update({ where: { id }, data: { title } });
  }
}

@Module({ providers: [NotesResolver, PrismaService] })
class AppModule {}

async function start() {
  const app = await NestFactory.create(AppModule);
  await app.listen(3000);
}
void start();
