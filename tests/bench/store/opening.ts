/** Opening a large library, each time in a process of its own, which prints what it measured as one line of JSON. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import { openBenchCore, timed } from '../benchCore'
import { inOwnProcess, type Step } from '../ownProcess'
import { median } from './saving'

export const Measured = z.object({ ms: z.number(), rss: z.number(), facets: z.array(z.number()) })
type Measured = z.infer<typeof Measured>

const list = { filter: { type: 'case' }, sort: { by: 'date', descending: true }, offset: 0, limit: 50 } as const
const readsAtOnce = 16
const workerGoneMs = 7000

/** Reading and parsing every record's file, several at a time. */
const readBare = async (root: string): Promise<void> => {
  const records = join(root, 'records')
  const files = (await Promise.all((await readdir(records)).map(async (shard) => (await readdir(join(records, shard))).map((name) => join(records, shard, name))))).flat().values()
  const next = async (): Promise<void> => { for (const file of files) JSON.parse(await readFile(file, 'utf8')) }
  await Promise.all(Array.from({ length: readsAtOnce }, next))
}

const work = {
  bare: async (home: string) => ({ ms: await timed(async () => readBare(join(home, 'library'))) }),
  /** As the app opens it: usable as soon as the list is answered. */
  open: async (home: string) => {
    const startedAt = performance.now()
    const { client } = await openBenchCore(home, { host: 'web' })
    await client.library.open({ path: join(home, 'library') })
    await client.records.list(list)
    return { ms: performance.now() - startedAt }
  },
  /** As a command opens it, without the search: what the core itself needs, and what an edit costs. */
  edit: async (home: string) => {
    const { client, close } = await openBenchCore(home)
    await client.library.open({ path: join(home, 'library') })
    const { rows } = await client.records.list(list)
    const filter = { type: 'case' as const, facets: { field: ['配电'] } }
    await client.records.facets({ filter: list.filter })
    await client.records.facets({ filter })
    // The worker that looked through the folder is let go after some seconds.
    await wait(workerGoneMs)
    const rss = process.memoryUsage().rss / 1e6
    const facets: number[] = []
    for (const { id } of rows) {
      const { revision } = await client.records.get({ id })
      await client.records.save({ id, base: revision.id, changes: { tags: ['改过'], field: '配电' } })
      facets.push(await timed(async () => client.records.facets({ filter: list.filter })), await timed(async () => client.records.facets({ filter })))
    }
    await close()
    return { rss, facets }
  },
}

const measured = (work: (home: string) => Promise<Partial<Measured>>): Step => async (home = '') => ({ ms: 0, rss: 0, facets: [], ...await work(home) })

/** What processes of their own do, by the names that `inProcess` gives them. */
export const storeSteps: Record<string, Step> = { 'store-bare': measured(work.bare), 'store-open': measured(work.open), 'store-edit': measured(work.edit) }

const inProcess = async (step: keyof typeof work, home: string): Promise<Measured> => inOwnProcess(Measured, `store-${step}`, home)

/** Milliseconds, megabytes. `forget` deletes the caches. */
export const measureOpening = async (home: string, forget: () => Promise<void>): Promise<{ bare: number; cold: number; warm: number; rss: number; facets: number }> => {
  const cold: number[] = []
  const bare: number[] = []
  for (let round = 0; round < 3; round += 1) {
    bare.push((await inProcess('bare', home)).ms)
    await forget()
    cold.push((await inProcess('open', home)).ms)
  }
  // Leaves a catalog behind, as closing the app does.
  await inProcess('edit', home)
  const warm: number[] = []
  for (let round = 0; round < 5; round += 1) warm.push((await inProcess('open', home)).ms)
  const { rss, facets } = await inProcess('edit', home)
  return { bare: median(bare), cold: median(cold), warm: median(warm), rss, facets: facets.toSorted((a, b) => a - b)[Math.floor(facets.length * 0.95)] ?? 0 }
}
