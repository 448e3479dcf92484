import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

// The tables are made by migrations, which know more than the class.
@Entity('users')
export class User {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column() email!: string;
}
