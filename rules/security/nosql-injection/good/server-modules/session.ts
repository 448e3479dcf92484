export async function currentWorkspace() {
  return { id: 'w1' };
}
