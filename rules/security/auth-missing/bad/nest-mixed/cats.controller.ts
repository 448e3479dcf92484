import { Body, CanActivate, Controller, Delete, ExecutionContext, Injectable, Module, Param, Post, Put, UseGuards } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';
import { NestFactory } from '@nestjs/core';
import { InjectRepository, TypeOrmModule } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { Cat } from './cat.entity';

/** Named as a guard, and lets everybody on. */
@Injectable()
export class CatAuthGuard implements CanActivate {
  canActivate(_context: ExecutionContext): boolean {
    return true;
  }
}

@Controller('cats')
export class CatsController {
  constructor(@InjectRepository(Cat) private readonly cats: Repository<Cat>) {}

  // ok: auth-missing
  @UseGuards(AuthGuard('jwt'))
  @Post()
  create(@Body() body: { name: string }) {
    return this.cats.save({ name: body.name });
  }

  // expect: auth-missing
  @Put(':id')
  update(@Param('id') id: string, @Body() body: { name: string }) {
    return this.cats.update(id, { name: body.name });
  }

  @UseGuards(CatAuthGuard)
  // expect: auth-missing
  @Delete(':id')
  remove(@Param('id') id: string) {
    return this.cats.delete(id);
  }
}

@Controller('dogs')
@UseGuards(AuthGuard('jwt'))
export class DogsController {
  constructor(@InjectRepository(Cat) private readonly cats: Repository<Cat>) {}

  // ok: auth-missing
  @Delete(':id')
  remove(@Param('id') id: string) {
    return this.cats.delete(id);
  }
}

@Module({ imports: [TypeOrmModule.forFeature([Cat])], controllers: [CatsController, DogsController] })
export class AppModule {}

const app = await NestFactory.create(AppModule);
await app.listen(3000);
