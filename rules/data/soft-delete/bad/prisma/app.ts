import { PrismaClient } from '@prisma/client';
import express from 'express';

const prisma = new PrismaClient();
const app = express();
app.post('/customers', async (req, res) => res.json(await prisma.customer.create({ data: { email: String(req.body.email) } })));
app.get('/customers/:id', async (req, res) => res.json(await prisma.customer.findUnique({ where: { id: req.params.id } })));
