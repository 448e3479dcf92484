import { Column, Entity, Index, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';

// expect: schema-constraints P1
@Entity('users')
export class User {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column() @Index() email!: string;
  @Column({ nullable: true }) stripeCustomerId?: string;
}

@Entity()
export class Team {
  @PrimaryGeneratedColumn() id!: number;
  @ManyToOne(() => User) owner!: User;
  @Column({ unique: true }) slug!: string;
}

// expect: schema-constraints P1
@Entity()
export class Task {
  @PrimaryGeneratedColumn() id!: number;
  @Column() teamId!: number;
  @Column() title!: string;
}
