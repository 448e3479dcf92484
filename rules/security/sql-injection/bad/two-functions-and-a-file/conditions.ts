export function whereStatus(status: string): string {
  return quoted('status', status);
}

function quoted(column: string, value: string): string {
  return `WHERE ${column} = '${value}'`;
}
