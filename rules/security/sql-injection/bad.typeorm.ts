import { Body, Controller, Get, Injectable, Param, Post, Query } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Brackets, DataSource, EntityManager, Repository } from 'typeorm';
import { Member } from './member.entity';

@Injectable()
export class MembersService {
  constructor(
    @InjectRepository(Member) private readonly members: Repository<Member>,
    private readonly dataSource: DataSource,
    private readonly manager: EntityManager,
  ) {}

  search(name: string, sort: string) {
    const builder = this.members.createQueryBuilder('member');
    // expect: sql-injection P0
    builder.where(`member.name LIKE '%${name}%'`);
    // expect: sql-injection P0
    return builder.orderBy(`member.${sort}`, 'ASC').getMany();
  }

  either(name: string) {
    return this.manager
      .createQueryBuilder(Member, 'member')
      .where('member.active = true')
      // expect: sql-injection P0
      .andWhere(new Brackets((inner) => inner.where('member.name = \'' + name + '\'').orWhere('member.vip')))
      .getMany();
  }

  async rename(id: string, name: string) {
    await this.dataSource.transaction(async (manager) => {
      // expect: sql-injection P0
      await manager.query(`UPDATE member SET name = '${name}' WHERE id = ${id}`);
    });
    const runner = this.dataSource.createQueryRunner();
    // expect: sql-injection P0
    await runner.query('INSERT INTO audit (what) VALUES (\'' + name + '\')');
  }
}

@Controller('members')
export class MembersController {
  constructor(private readonly service: MembersService) {}

  @Get()
  list(@Query('name') name: string, @Query('sort') sort: string) {
    return [this.service.search(name, sort), this.service.either(name)];
  }

  @Post(':id')
  rename(@Param('id') id: string, @Body() body: { name: string }) {
    return this.service.rename(id, body.name);
  }
}
