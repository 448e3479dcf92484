import { Entity, PrimaryKey, Property, ManyToOne, Unique } from '@mikro-orm/core';

// expect: schema-constraints
@Entity()
export class User {
  @PrimaryKey() id!: number;
  @Property() email!: string;
}

@Entity()
export class Member {
  @PrimaryKey() id!: number;
  @Property() @Unique() email!: string;
  @Property({ unique: true }) slug!: string;
  @ManyToOne(() => User) user!: User;
  @Property() teamId!: number;
}
