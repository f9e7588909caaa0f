/** Numbers waiting in order of a key: a binary heap in typed arrays that grow by doubling. Equal keys leave in a fixed order. */
export interface PathQueue {
  keys: Float64Array;
  items: Int32Array;
  count: number;
}

/** An empty queue. */
export function pathQueue(room: number): PathQueue {
  return { keys: new Float64Array(room), items: new Int32Array(room), count: 0 };
}

/** Adds an item. */
export function push(queue: PathQueue, key: number, item: number): void {
  if (queue.count === queue.keys.length) grow(queue);
  const { keys, items } = queue;
  let at = queue.count;
  queue.count += 1;
  while (at > 0) {
    const above = (at - 1) >> 1;
    const aboveKey = keys[above] ?? 0;
    if (aboveKey <= key) break;
    keys[at] = aboveKey;
    items[at] = items[above] ?? 0;
    at = above;
  }
  keys[at] = key;
  items[at] = item;
}

/** The smallest key, Infinity when empty. */
export function leastKey(queue: PathQueue): number {
  return queue.count > 0 ? (queue.keys[0] ?? 0) : Number.POSITIVE_INFINITY;
}

/** Takes the item with the smallest key out of a queue that is not empty. */
export function pop(queue: PathQueue): number {
  const { keys, items } = queue;
  const taken = items[0] ?? 0;
  const last = queue.count - 1;
  queue.count = last;
  const key = keys[last] ?? 0;
  const item = items[last] ?? 0;
  let at = 0;
  for (let below = 1; below < last; below = 2 * at + 1) {
    if (below + 1 < last && (keys[below + 1] ?? 0) < (keys[below] ?? 0)) below += 1;
    const belowKey = keys[below] ?? 0;
    if (belowKey >= key) break;
    keys[at] = belowKey;
    items[at] = items[below] ?? 0;
    at = below;
  }
  keys[at] = key;
  items[at] = item;
  return taken;
}

function grow(queue: PathQueue): void {
  const { keys, items } = queue;
  queue.keys = new Float64Array(2 * keys.length);
  queue.keys.set(keys);
  queue.items = new Int32Array(2 * items.length);
  queue.items.set(items);
}
