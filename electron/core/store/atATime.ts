/** Work on many things, some of it at once. */

/**
 * Runs `work` on every item, at most `limit` at once. After a failure nothing further is begun; what is under way ends before it is
 * thrown, so that whoever clears up finds nobody at work.
 */
export const atATime = async <T>(limit: number, items: Iterable<T>, work: (item: T) => Promise<void>): Promise<void> => {
  const queue = items[Symbol.iterator]()
  const failures: unknown[] = []
  const workNext = async (): Promise<void> => {
    for (let next = queue.next(); next.done !== true && failures.length === 0; next = queue.next()) {
      await work(next.value).catch((error: unknown) => { failures.push(error) })
    }
  }
  await Promise.all(Array.from({ length: limit }, workNext))
  if (failures.length > 0) throw failures[0]
}
