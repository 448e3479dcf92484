import { Controller, type ExecutionContext, Get, Injectable, Param, UseGuards } from '@nestjs/common';
import { PrismaClient } from '@prisma/client';
import type { Request } from 'express';
import { createReadStream } from 'node:fs';

const prisma = new PrismaClient();

@Injectable()
export class ShareGuard {
  async canActivate(context: ExecutionContext) {
    const request: Request = context.switchToHttp().getRequest();
    const share = await prisma.share.findUnique({ where: { id: request.params.id } });
    // Nothing is refused where there is no share.
    return share === null || share.isPublic;
  }
}

@Injectable()
export class OwnerGuard {
  async canActivate(context: ExecutionContext) {
    const request: Request = context.switchToHttp().getRequest();
    const share = await prisma.share.findUnique({ where: { id: request.params.id } });
    if (!share) return false;
    return true;
  }
}

@Controller('shares')
export class ShareController {
  @Get(':id')
  @UseGuards(ShareGuard)
  text(@Param('id') id: string) {
    // expect: path-traversal
    return createReadStream(`/data/shares/${id}/text`);
  }

  @Get(':id/:name')
  @UseGuards(OwnerGuard)
  file(@Param('id') id: string, @Param('name') name: string) {
    // expect: path-traversal
    return createReadStream(`/data/shares/${id}/${name}`);
  }
}
