export async function charge() {
  // expect: console-logging
  console.error('payment failed');
  return {};
}
