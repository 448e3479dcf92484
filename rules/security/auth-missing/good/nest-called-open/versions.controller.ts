import { Body, CanActivate, Controller, ExecutionContext, Get, Injectable, Post, SetMetadata, UseGuards } from '@nestjs/common';
import { PrismaClient } from '@prisma/client';

export const Public = () => SetMetadata('isPublic', true);
const prisma = new PrismaClient();

@Injectable()
class SessionGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    return context.switchToHttp().getRequest().user !== undefined;
  }
}

// Whoever wrote the decorator meant it; whether that is right is not known.
@Controller('versions')
export class VersionsController {
  @Public()
  @Post('sync')
  sync(@Body() body: { name: string }) {
    return prisma.version.create({ data: { name: body.name } });
  }

  @Get('mine')
  @UseGuards(SessionGuard)
  mine() {
    return prisma.version.findMany();
  }
}
