import { Body, CanActivate, Controller, ExecutionContext, Injectable, Param, Post, Put, SetMetadata, UseGuards } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { PrismaClient } from '@prisma/client';

enum Kind {
  Admin = 'admin',
  Teacher = 'teacher',
}
const Roles = (...roles: Kind[]) => SetMetadata('roles', roles);
const prisma = new PrismaClient();

@Injectable()
class RolesGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}
  canActivate(context: ExecutionContext): boolean {
    const roles = this.reflector.get<Kind[]>('roles', context.getHandler());
    const { user } = context.switchToHttp().getRequest();
    return !roles || roles.includes(user.kind);
  }
}

class PupilDto {
  email: string;
  name: string;
}

@Controller('pupils')
@UseGuards(RolesGuard)
export class PupilsController {
  // The guard reads whom the decorator names.
  // expect: email-validation P3
  @Post()
  @Roles(Kind.Admin)
  create(@Body() dto: PupilDto) {
    return prisma.pupil.create({ data: { email: dto.email, name: dto.name } });
  }

  // expect: email-validation P2
  @Put(':id')
  @Roles(Kind.Admin, Kind.Teacher)
  update(@Param('id') id: string, @Body() dto: PupilDto) {
    return prisma.pupil.update({ where: { id }, data: { email: dto.email } });
  }
}
