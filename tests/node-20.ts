/**
 * Vitest 5 asks for Node 22; on Node 20 all it misses is this function, when it reports failures
 * (docs/decisions.md).
 */
// oxlint-disable-next-line typescript/unbound-method -- it is only asked whether it is there
Map.groupBy ??= function groupBy<K, T>(
  items: Iterable<T>,
  keyOf: (item: T, index: number) => K,
): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  let index = 0;
  for (const item of items) {
    const key = keyOf(item, index++);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
};
