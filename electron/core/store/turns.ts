/** Work on one thing after another, thing by thing: what is read, changed and written in one go must not be changed in between. */

export type Turns = <T>(id: string, work: () => Promise<T>) => Promise<T>

/** Runs work while nothing else is done on any of the things. */
export const inTurnOfAll = async <T>(turns: Turns, ids: readonly string[], work: () => Promise<T>): Promise<T> =>
  [...new Set(ids)].sort().reduce<() => Promise<T>>((inner, id) => async () => turns(id, inner), work)()

export const createTurns = (): Turns => {
  const queues = new Map<string, Promise<unknown>>()
  return async (id, work) => {
    const result = (queues.get(id) ?? Promise.resolve()).then(work)
    const settled = result.then(() => undefined, () => undefined)
    queues.set(id, settled)
    void settled.then(() => { if (queues.get(id) === settled) queues.delete(id) })
    return result
  }
}
