/** Six expressions as people write them in a state machine, with data to evaluate them on. */

const states = {
  input: {
    orderId: "A-1042",
    customer: { name: "Ada Lovelace", email: "ada@example.org", address: { city: "London", zip: "N1 9GU" } },
    items: Array.from({ length: 12 }, (_, index) => ({
      sku: `SKU-${index}`,
      price: 5 + index * 2.5,
      quantity: 1 + (index % 3),
      category: ["book", "food", "toy"][index % 3],
      inStock: index % 4 !== 0,
    })),
    note: "  Please ring the bell, twice  ",
  },
  context: { Execution: { Id: "arn:aws:states:eu-west-1:123456789012:execution:orders:1" } },
  result: { status: "ok", total: 181.5 },
};

export const variables = { states };

export const typicalExpressions = [
  { name: "a field", text: "$states.input.customer.address.city" },
  { name: "a sum of products", text: "$sum($states.input.items.(price * quantity))" },
  { name: "a filter and its fields", text: "$states.input.items[price > 10 and inStock].sku" },
  {
    name: "an object merged from others",
    text: "$merge([$states.input.customer, {'orderId': $states.input.orderId, 'status': $states.result.status, 'count': $count($states.input.items)}])",
  },
  {
    name: "text functions",
    text: "$uppercase($trim($states.input.note)) & ' ' & $join($split($states.input.customer.email, '@'), ' at ') & $substring($states.input.orderId, 2)",
  },
  { name: "sorted and grouped", text: "$states.input.items^(>price){category: $sum(quantity)}" },
];
