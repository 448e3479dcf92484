import { Body, Controller, Get, Injectable, Param, ParseIntPipe, Post, Query } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Brackets, DataSource, EntityManager, Repository } from 'typeorm';
import { Member } from './member.entity';

const SORTABLE = ['name', 'joined'] as const;

@Injectable()
export class MembersService {
  constructor(
    @InjectRepository(Member) private readonly members: Repository<Member>,
    private readonly dataSource: DataSource,
    private readonly manager: EntityManager,
  ) {}

  search(name: string, sort: string) {
    const builder = this.members.createQueryBuilder('member');
    builder.where('member.name LIKE :name', { name: `%${name}%` });
    const column = SORTABLE.find((each) => each === sort) ?? 'name';
    return builder.orderBy(`member.${column}`, 'ASC').getMany();
  }

  either(name: string) {
    return this.manager
      .createQueryBuilder(Member, 'member')
      .where({ active: true })
      .andWhere(new Brackets((inner) => inner.where('member.name = :name', { name }).orWhere('member.vip')))
      .andWhere([{ name }, { nickname: name }])
      .getMany();
  }

  any(wanted: { name: string; town: string }[]) {
    const conditions = wanted.reduce((all, { name, town }) => [...all, { name, town }], [] as object[]);
    const builder = this.members.createQueryBuilder('member');
    return builder.where(conditions).orWhere(wanted.map(({ name }) => ({ nickname: name }))).getMany();
  }

  async rename(id: number, name: string) {
    await this.dataSource.transaction(async (manager) => {
      await manager.query('UPDATE member SET name = $1 WHERE id = $2', [name, id]);
    });
    await this.dataSource.sql`INSERT INTO audit (what) VALUES (${name})`;
    const others = this.members.createQueryBuilder('other').select('other.id').where('other.name = :name');
    return this.members.createQueryBuilder('member').where(`member.id IN (${others.getQuery()})`).setParameters({ name }).getMany();
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
  rename(@Param('id', ParseIntPipe) id: number, @Body() body: { name: string }) {
    return this.service.rename(id, body.name);
  }
}
