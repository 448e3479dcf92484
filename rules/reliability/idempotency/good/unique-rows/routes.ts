import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import { PrismaClient } from '@prisma/client';
import express from 'express';

const prisma = new PrismaClient();
const app = express();

// The database refuses the second.
app.post('/payments', async (req, res) => {
  await prisma.payment.create({ data: { providerPaymentId: req.body.paymentId, amount: req.body.amount } });
  res.sendStatus(201);
});

// Nobody pays by an order of work.
app.post('/work/orders', async (req, res) => {
  res.status(201).json(await prisma.workOrder.create({ data: { title: req.body.title } }));
});

@Controller()
export class Enrollments {
  // Somebody waits for the answer: no queue delivers it again.
  @MessagePattern('enrollment.create')
  async enroll(@Payload() message: { userId: number; courseId: number }) {
    await prisma.course.update({ where: { id: message.courseId }, data: { seatsTaken: { increment: 1 } } });
  }
}
