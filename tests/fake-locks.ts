type Granted = (lock: object | null) => unknown;

interface Holder {
  readonly shared: boolean;
  readonly released: Promise<unknown>;
}

/** Web Locks for one realm: each `request` may as well be another tab's. */
export function fakeLocks(): Pick<LockManager, 'request'> {
  const holders = new Map<string, Holder[]>();

  async function request(name: string, ...rest: [LockOptions | Granted, Granted?]) {
    const [options, granted] = typeof rest[0] === 'function' ? [{}, rest[0]] : [rest[0], rest[1]!];
    const shared = options.mode === 'shared';
    const queue = holders.get(name) ?? [];
    holders.set(name, queue);
    const inTheWay = queue.filter((other) => !(shared && other.shared));
    if (options.ifAvailable && inTheWay.length > 0) return granted(null);
    const result = Promise.all(inTheWay.map(({ released }) => released)).then(() =>
      granted({ name }),
    );
    const holder = { shared, released: result.catch(() => {}) };
    queue.push(holder);
    void holder.released.then(() => queue.splice(queue.indexOf(holder), 1));
    return result;
  }

  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the overloads of the real one
  return { request: request as LockManager['request'] };
}
