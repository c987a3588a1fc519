/** Work on one thing after another, thing by thing: what is read, changed and written in one go must not be changed in between. */

export type Turns = <T>(id: string, work: () => Promise<T>) => Promise<T>

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
