/** What is done with a library of that size, each in a process of its own. The clock stands days ahead, so that attachments are old enough to be swept. */
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import type { CoreClient } from '#shared/contract/contract'
import { openBenchCore, timed } from '../benchCore'
import { inOwnProcess, type Step } from '../ownProcess'
import { median } from '../store/saving'
import { makePart, scaleSizes } from './makeLibrary'

const aheadMs = 8 * 24 * 60 * 60_000
const sittingMs = 11 * 60_000
const rounds = 200
const inBulk = 1000
const atMost = 500
const pollMs = 50
const list = { filter: { type: 'case' }, sort: { by: 'number', descending: false } } as const

const Figures = z.object({
  ms: z.number(), seconds: z.number(), editSeconds: z.number(), removeSeconds: z.number(), undoSeconds: z.number(), blockMs: z.number(), rssMb: z.number(), revisions: z.number(),
}).partial()
type Figures = z.infer<typeof Figures>

interface Clock { pass: (ms: number) => void }

/** Opens the library as a command does, without the search, and looks through it before anything is measured. */
const withLibrary = async (home: string, work: (client: CoreClient, clock: Clock) => Promise<Figures>): Promise<Figures> => {
  let passed = aheadMs
  const { client, close } = await openBenchCore(home, { now: () => Date.now() + passed })
  await client.library.open({ path: join(home, 'library') })
  while ((await client.library.current())?.checking) await wait(pollMs)
  const figures = await work(client, { pass: (ms) => { passed += ms } })
  await close()
  return figures
}

/** Seconds of the work, and the longest time in which nothing else could be done. */
const watched = async (work: () => Promise<unknown>): Promise<{ seconds: number; blockMs: number }> => {
  const delay = monitorEventLoopDelay({ resolution: 10 })
  delay.enable()
  const ms = await timed(work)
  delay.disable()
  return { seconds: ms / 1000, blockMs: delay.max / 1e6 }
}

const peakMb = (): number => process.resourceUsage().maxRSS / 1000

const runJob = async (client: CoreClient, start: () => Promise<{ jobId: string }>): Promise<string> => {
  const { jobId: id } = await start()
  let job = await client.jobs.get({ id })
  for (; job.state === 'running'; job = await client.jobs.get({ id })) await wait(pollMs)
  if (job.state !== 'done') throw new Error(`${job.kind} ${job.state}: ${JSON.stringify(job.failure)}`)
  return id
}

const expectAll = (what: string, found: number, expected: number): void => { if (found !== expected) throw new Error(`${what}: ${found}, not ${expected}`) }

const firstIds = async (client: CoreClient, count: number): Promise<string[]> => {
  const ids: string[] = []
  for (let offset = 0; offset < count; offset += atMost) ids.push(...(await client.records.list({ ...list, offset, limit: Math.min(atMost, count - offset) })).rows.map(({ id }) => id))
  return ids
}

const open = async (home: string): Promise<Figures> => {
  const startedAt = performance.now()
  const { client } = await openBenchCore(home, { host: 'web' })
  await client.library.open({ path: join(home, 'library') })
  await client.records.list({ ...list, offset: 0, limit: 50 })
  return { ms: performance.now() - startedAt, rssMb: peakMb() }
}

/** Every save begins a revision, as the first of a sitting does. */
const save = async (home: string): Promise<Figures> => withLibrary(home, async (client, clock) => {
  const saves: number[] = []
  for (const [round, id] of (await firstIds(client, rounds)).entries()) {
    const { revision, content } = await client.records.get({ id })
    clock.pass(sittingMs)
    saves.push(await timed(async () => client.records.save({ id, base: revision.id, changes: { body: { ...content.body, preamble: [{ type: 'paragraph', id: 'aaaaaaaaaaaa', inlines: [{ type: 'text', text: `第${round}次` }] }] } } })))
  }
  return { ms: median(saves) }
})

const history = async (home: string): Promise<Figures> => withLibrary(home, async (client) => {
  const reads: number[] = []
  for (const id of await firstIds(client, rounds)) {
    reads.push(await timed(async () => {
      const { revisions } = await client.records.history({ id })
      await client.records.revision({ id, revisionId: revisions.at(-1)?.revisionId ?? '' })
    }))
  }
  return { ms: median(reads) }
})

const verify = async (home: string, count = ''): Promise<Figures> => withLibrary(home, async (client) => {
  let id = ''
  const { seconds, blockMs } = await watched(async () => { id = await runJob(client, async () => client.library.verify()) })
  const rssMb = peakMb()
  const { records, attachments, revisions, problems, unused } = await client.library.verified({ jobId: id })
  const { large, unused: left } = scaleSizes(Number(count))
  expectAll('problems', problems.length, 0)
  expectAll('records', records, Number(count))
  expectAll('attachments', attachments, Number(count) + large + 1)
  expectAll('unused attachments', unused.count, left)
  return { seconds, blockMs, rssMb, revisions: revisions + records }
})

const sweep = async (home: string, count = ''): Promise<Figures> => withLibrary(home, async (client) => {
  let id = ''
  const { seconds, blockMs } = await watched(async () => { id = await runJob(client, async () => client.library.sweep()) })
  const rssMb = peakMb()
  expectAll('swept', (await client.library.swept({ jobId: id })).removed, scaleSizes(Number(count)).unused)
  return { seconds, blockMs, rssMb }
})

const bulk = async (home: string): Promise<Figures> => withLibrary(home, async (client, clock) => {
  const ids = await firstIds(client, inBulk)
  const change = async (work: () => ReturnType<CoreClient['records']['remove']>) => {
    let operation = ''
    clock.pass(sittingMs)
    const { seconds, blockMs } = await watched(async () => {
      const { operationId, done } = await work()
      expectAll('records changed', done, ids.length)
      operation = operationId ?? ''
    })
    return { seconds, blockMs, operation }
  }
  const edited = await change(async () => client.records.bulkEdit({ selection: { ids }, change: { field: '配电', addTags: ['普查'] } }))
  const removed = await change(async () => client.records.remove({ selection: { ids } }))
  const undone = await change(async () => client.operations.undo({ id: removed.operation }))
  return {
    editSeconds: edited.seconds, removeSeconds: removed.seconds, undoSeconds: undone.seconds,
    blockMs: Math.max(edited.blockMs, removed.blockMs, undone.blockMs), rssMb: peakMb(),
  }
})

const make: Step = async (root = '', libraryId = '', from = '', to = '', count = '') => Promise.resolve(makePart(root, libraryId, Number(from), Number(to), Number(count)))

/** What processes of their own do. */
export const scaleSteps: Record<string, Step> = {
  'scale-make': make, 'scale-open': open, 'scale-save': save, 'scale-history': history, 'scale-verify': verify, 'scale-sweep': sweep, 'scale-bulk': bulk,
}

export const measure = async (step: 'open' | 'save' | 'history' | 'verify' | 'sweep' | 'bulk', home: string, count: number): Promise<Figures> =>
  inOwnProcess(Figures, `scale-${step}`, home, String(count))
