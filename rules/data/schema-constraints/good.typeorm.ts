import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, Unique } from 'typeorm';

@Entity('users')
export class User {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column() @Index({ unique: true }) email!: string;
}

@Entity()
@Index('team_slug', ['tenantId', 'slug'], { unique: true })
export class Team {
  @PrimaryGeneratedColumn() id!: number;
  @Column() tenantId!: string;
  @Column() slug!: string;
}

@Entity()
@Unique(['email', 'teamId'])
export class Admin {
  @PrimaryGeneratedColumn() id!: number;
  @Column() email!: string;
  @Column({ name: 'team_id' }) teamId!: number;
  @ManyToOne(() => Team)
  @JoinColumn({ name: 'team_id' })
  group!: Team;
}

// A decorator of the program's own makes the index.
@Entity('admins')
export class Administrator {
  @PrimaryGeneratedColumn() id!: number;
  @Indexed({ type: String, unique: true }) @Column() email!: string;
  @Column() hash!: string;
}
function Indexed(options: object) {
  return (target: object, key: string) => declare(target, key, options);
}
