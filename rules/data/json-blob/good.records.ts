import { eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import { integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { DataTypes, Sequelize } from 'sequelize';
import { Column, DataSource, Entity, OneToMany, PrimaryGeneratedColumn } from 'typeorm';

@Entity()
class Position {
  @PrimaryGeneratedColumn() id!: number;
  @Column() at!: string;
  vehicle!: Vehicle;
}
@Entity()
class Vehicle {
  @PrimaryGeneratedColumn() id!: number;
  @Column() name!: string;
  @OneToMany(() => Position, (position) => position.vehicle) positions!: Position[];
}
const sequelize = new Sequelize('mysql://school');
const Student = sequelize.define('Student', { attendance: { type: DataTypes.JSON, defaultValue: [] }, name: DataTypes.STRING });
const db = drizzle('postgres://cargo');
const parcels = pgTable('parcels', { id: integer('id').primaryKey(), state: text('state'), events: jsonb('events').$type<object[]>() });

// Rows of their own.
export async function moved(source: DataSource, id: number, position: Position) {
  const vehicles = source.getRepository(Vehicle);
  const vehicle = await vehicles.findOneByOrFail({ id });
  vehicle.positions.push(position);
  await vehicles.save(vehicle);
}

export async function renamed(id: number, name: string) {
  const student = await Student.findByPk(id);
  student.name = name;
  student.attendance = student.attendance.filter((each: { day: string }) => each.day > '2026');
  await student.save();
}

export async function left(id: number) {
  const [parcel] = await db.select().from(parcels).where(eq(parcels.id, id));
  const events = (parcel!.events ?? []).slice(-20);
  await db.update(parcels).set({ events, state: 'left' }).where(eq(parcels.id, id));
}
