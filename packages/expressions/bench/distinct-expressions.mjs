/** `count` short expressions, no two the same, of the forms that state machines are full of. */
export function distinctExpressions(count) {
  return Array.from({ length: count }, (_, index) => forms[index % forms.length](index));
}

const forms = [
  (index) => `$states.input.order${index}.total`,
  (index) => `$states.input.items[price > ${index}].name`,
  (index) => `$count($states.input.list${index}) > 0 ? 'some' : 'none'`,
  (index) => `$merge([$states.input, {'step': ${index}, 'done': true}])`,
  (index) => `$sum($states.input.items.(price * quantity)) + ${index}`,
  (index) => `$map($states.input.users, function($u) { {'id': $u.id, 'rank': ${index}} })`,
  (index) => `'Order ' & $string($states.input.id) & ' of ' & '${index}'`,
  (index) => `$exists($states.input.a${index}) and $states.input.a${index} != null`,
  (index) => `($x := $states.result.Payload; $x.count${index} - 1)`,
  (index) => `$states.context.Execution.Id & '/${index}'`,
];
