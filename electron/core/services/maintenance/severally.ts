/** Work on very many items, some at a time. */

const atATime = 8

/** Runs `work` on each item, several at once, taking the next one when one is done. Throws what `work` throws. */
export const severally = async <T>(items: Iterable<T>, work: (item: T) => Promise<void>): Promise<void> => {
  const queue = items[Symbol.iterator]()
  const next = async (): Promise<void> => {
    for (let item = queue.next(); item.done !== true; item = queue.next()) await work(item.value)
  }
  await Promise.all(Array.from({ length: atATime }, next))
}
