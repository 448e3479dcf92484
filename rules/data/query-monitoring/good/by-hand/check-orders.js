const { PrismaClient } = require('@prisma/client');

const prisma = new PrismaClient();

async function main() {
  console.log(await prisma.order.count());
}

main().finally(() => prisma.$disconnect());
