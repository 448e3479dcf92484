export async function load(id: string) {
  if (id === '0') throw new Error('no such order');
  return { id };
}
