function required(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} must be set`);
  return value;
}
export const config = { databaseUrl: required('DATABASE_URL') };
