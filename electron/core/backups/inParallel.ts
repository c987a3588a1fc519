/** Work on many things, some at a time. */

/** Runs `work` on each item, at most `count` at once, in no order. The first failure is thrown once what is under way has ended. */
export const inParallel = async <T>(items: Iterable<T>, count: number, work: (item: T) => Promise<void>): Promise<void> => {
  const waiting = items[Symbol.iterator]()
  let failure: { error: unknown } | undefined
  const next = async (): Promise<void> => {
    for (let item = waiting.next(); item.done !== true && !failure; item = waiting.next()) {
      try { await work(item.value) } catch (error) { failure ??= { error } }
    }
  }
  await Promise.all(Array.from({ length: count }, next))
  if (failure) throw failure.error
}

/** Prepares up to `ahead` items at once and gives them in their order. */
export async function* preparedAhead<T, P>(items: Iterable<T>, ahead: number, prepare: (item: T) => Promise<P>): AsyncGenerator<P> {
  const under: Promise<P>[] = []
  const start = (item: T): void => {
    const prepared = prepare(item)
    // It is awaited in its turn, perhaps much later.
    prepared.catch(() => undefined)
    under.push(prepared)
  }
  for (const item of items) {
    start(item)
    const first = under.length > ahead ? under.shift() : undefined
    if (first) yield await first
  }
  for (const rest of under) yield await rest
}
