import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

@Entity()
export class Order {
  @PrimaryGeneratedColumn()
  id!: number;

  @Column()
  customerId!: number;
}

@Entity()
export class Customer {
  @PrimaryGeneratedColumn()
  id!: number;
}
