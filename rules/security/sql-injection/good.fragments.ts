// What the driver that was handed over has formatted.
export function routes(router: any, mysql: any, connection: any) {
  router.get('/events', (_req: unknown, res: any) => {
    let query = 'SELECT * FROM ?? WHERE ?? = ?';
    query = mysql.format(query, ['events', 'open', 1]);
    connection.query(query, (_error: unknown, rows: unknown) => res.json(rows));
  });
}
