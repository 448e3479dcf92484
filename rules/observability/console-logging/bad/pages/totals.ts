export interface Total { sum: number }
// The page takes a type of it only.
export function totalOf(items: { price: number }[]): Total {
  // expect: console-logging
  console.log('counting', items.length);
  return { sum: items.reduce((sum, item) => sum + item.price, 0) };
}
