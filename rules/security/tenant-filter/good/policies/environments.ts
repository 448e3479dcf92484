import { CanActivate, Controller, Delete, ExecutionContext, Injectable, Param, UseGuards } from '@nestjs/common';
import { PrismaClient } from '@prisma/client';

@Injectable()
export class DocumentGuard implements CanActivate {
  constructor(private readonly prisma: PrismaClient) {}
  async canActivate(context: ExecutionContext) {
    const { user, params } = context.switchToHttp().getRequest();
    return (await this.prisma.document.count({ where: { id: params.id, organizationId: user.organizationId } })) > 0;
  }
}

@Injectable()
export class DocumentService {
  constructor(private readonly prisma: PrismaClient) {}
  remove(id: string) {
    return this.prisma.document.delete({ where: { id } });
  }
}

@Controller('documents')
export class DocumentController {
  constructor(private readonly documents: DocumentService) {}
  @Delete(':id')
  @UseGuards(DocumentGuard)
  remove(@Param('id') id: string) {
    return this.documents.remove(id);
  }
}
