import express from 'express';
import { Column, DataSource, Entity, PrimaryGeneratedColumn } from 'typeorm';

@Entity()
class Delivery {
  @PrimaryGeneratedColumn() id!: number;
  @Column() status!: string;
}

const dataSource = new DataSource({ type: 'postgres' });
const app = express();

app.get('/deliveries', async (req, res) => {
  // expect: pagination P1
  res.json(await dataSource.manager.find(Delivery, { where: { status: 'open' } }));
});

app.get('/deliveries/all', async (req, res) => {
  // expect: pagination P1
  res.json(await dataSource.getRepository(Delivery).findBy({ status: 'open' }));
});
