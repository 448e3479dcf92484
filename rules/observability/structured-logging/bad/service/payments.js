export async function charge() {
  console.error('payment failed');
  return {};
}
