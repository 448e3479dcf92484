import { Body, Controller, Delete, Headers, Inject, Injectable, Module, Param, Patch } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { HttpService } from '@nestjs/axios';
import { DataSource } from 'typeorm';
import { Robot } from './robot.entity';

@Injectable()
export class UserService {
  constructor(private readonly http: HttpService) {}

  // The other service refuses who is unknown, and its answer is an error here.
  async getMe(headers: { cookie: string }) {
    return (await this.http.axiosRef.get('http://backend/user/me', { headers })).data;
  }
}

// Whether the service that is asked with the caller's cookie refuses cannot be told.
@Controller('robots')
export class RobotController {
  constructor(
    private readonly users: UserService,
    @Inject('db') private readonly db: DataSource,
  ) {}

  @Patch(':id')
  async rename(@Param('id') id: string, @Body() data: { name: string }, @Headers('cookie') cookie: string) {
    const user = await this.users.getMe({ cookie });
    return this.db.getRepository(Robot).update(id, { name: data.name, updatedBy: user.id });
  }

  @Delete(':id')
  async remove(@Param('id') id: string, @Headers('authorization') authorization: string) {
    await this.users.getMe({ cookie: authorization });
    return this.db.getRepository(Robot).delete(id);
  }
}

@Module({ controllers: [RobotController], providers: [UserService] })
export class AppModule {}

const app = await NestFactory.create(AppModule);
await app.listen(3000);
