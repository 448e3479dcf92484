import { DataSource } from 'typeorm';

// What somebody runs by hand; the process ends, and its connections with it.
(async () => {
  const dataSource = await new DataSource({ type: 'postgres' }).initialize();
  const runner = dataSource.createQueryRunner();
  await runner.connect();
  await runner.query('UPDATE orders SET closed = true');
  process.exit();
})();
