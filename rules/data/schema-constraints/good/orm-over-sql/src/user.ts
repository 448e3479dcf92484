import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

// What SQL migrations make of the table counts, not what the class leaves unsaid.
@Entity()
// ok: schema-constraints
export class User {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('text')
  email!: string;

  @Column('uuid')
  teamId!: string;
}

@Entity()
// ok: schema-constraints
export class Team {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('text')
  slug!: string;
}
