/** A function of the program, which an arrow cannot call. */
export function total(items: readonly { readonly price: number; readonly quantity: number }[]): number {
  let sum = 0;
  for (const { price, quantity } of items) sum += price * quantity;
  return sum;
}
