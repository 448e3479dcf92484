export async function findUser(id: string): Promise<{ id: string; jwtSecret: string }> {
  return load(id);
}
declare function load(id: string): Promise<{ id: string; jwtSecret: string }>;
