import { Arg, Authorized, Ctx, Mutation, Query, Resolver, UseMiddleware } from 'type-graphql';
import { AuthenticationError } from 'apollo-server-express';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();
const isAuth = ({ context }, next) => {
  if (!context.req.session.userId) throw new AuthenticationError('not authenticated');
  return next();
};

@Resolver()
export class PostResolver {
  @Query(() => [String])
  posts() {
    return prisma.post.findMany();
  }

  // expect: auth-missing
  @Mutation(() => Boolean)
  async deletePost(@Arg('id') id: number) {
    await prisma.post.delete({ where: { id } });
    return true;
  }

  // ok: auth-missing
  @Mutation(() => Boolean)
  @UseMiddleware(isAuth)
  async vote(@Arg('id') id: number) {
    await prisma.post.update({ where: { id }, data: { votes: { increment: 1 } } });
    return true;
  }

  // ok: auth-missing
  @Authorized('ADMIN')
  @Mutation(() => Boolean)
  async purge() {
    await prisma.post.deleteMany();
    return true;
  }

  // ok: auth-missing
  @Mutation(() => Boolean)
  async rename(@Arg('id') id: number, @Ctx() { req }) {
    if (!req.session.userId) throw new Error('not authenticated');
    await prisma.post.update({ where: { id }, data: { title: '' } });
    return true;
  }
}
