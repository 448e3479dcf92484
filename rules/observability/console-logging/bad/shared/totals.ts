// The page counts with it as well, where no logger of the server is.
export function totalOf(items: { price: number }[]): number {
  const odd = items.filter((item) => Number.isNaN(item.price));
  // expect: console-logging P3
  if (odd.length > 0) console.warn('items without a price', odd.length);
  return items.reduce((sum, item) => sum + item.price, 0);
}
