import { Controller, type ExecutionContext, Get, Injectable, NotFoundException, Param, UseGuards } from '@nestjs/common';
import { PrismaClient } from '@prisma/client';
import type { Request } from 'express';
import { createReadStream } from 'node:fs';

const prisma = new PrismaClient();

@Injectable()
export class ShareGuard {
  async canActivate(context: ExecutionContext) {
    const request: Request = context.switchToHttp().getRequest();
    const id = 'shareId' in request.params ? request.params.shareId : request.params.id;
    const share = await prisma.share.findUnique({ where: { id } });
    if (!share) throw new NotFoundException('no such share');
    return share.isPublic;
  }
}

@Injectable()
export class OpenShareGuard extends ShareGuard {
  async canActivate(context: ExecutionContext) {
    return super.canActivate(context);
  }
}

@Controller('shares')
export class ShareController {
  @Get(':shareId/zip')
  @UseGuards(ShareGuard)
  zip(@Param('shareId') shareId: string) {
    return createReadStream(`/data/shares/${shareId}/all.zip`);
  }

  @Get(':id')
  @UseGuards(OpenShareGuard)
  text(@Param('id') id: string) {
    return createReadStream(`/data/shares/${id}/text`);
  }
}
