const COLUMNS: Record<string, string> = { created: 'created_at', name: 'name' };

export function orderBy(sort: string | undefined): string {
  const descending = sort?.startsWith('-') ?? false;
  const key = (sort ?? '').replace(/^-/, '');
  const column = Object.prototype.hasOwnProperty.call(COLUMNS, key) ? COLUMNS[key] : 'created_at';
  return `ORDER BY ${column} ${descending ? 'DESC' : 'ASC'}`;
}

export function placeholders(values: unknown[], start = 1): string {
  return values.map((_, index) => `$${index + start}`).join(', ');
}

export function limitOf(value: unknown, maximum = 100): number {
  const parsed = Number.parseInt(String(value ?? ''), 10);
  return Number.isNaN(parsed) ? 25 : Math.min(parsed, maximum);
}

export function assertColumn(column: string): asserts column is 'name' | 'created_at' {
  if (!['name', 'created_at'].includes(column)) throw new Error('unknown column');
}
