/**
 * `package`: a package of all records of a library with 200 KB of attachments each, made and opened, against `zip` and `unzip` with the very
 * same files. What is made and opened is done by a core in a process of its own.
 */
import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import { z } from 'zod'
import type { CoreClient } from '#shared/contract/contract'
import { makeAttachedLibrary } from './attachedLibrary'
import { openBenchCore, round, timed, withFolder, type BenchResult } from './benchCore'
import { inOwnProcess, type Step } from './ownProcess'

const bytesEach = 200_000
const pollMs = 20

/** Attachments that nothing makes smaller, as documents and pictures are. */
const makeLibrary = async (root: string, count: number): Promise<number> => makeAttachedLibrary(root, count, {
  filesOf: () => [{ bytes: randomBytes(bytesEach), facts: { name: '原件.docx', mediaType: 'application/msword', role: 'original' } }],
})

const Figures = z.object({ ms: z.number(), rssMb: z.number() })

const watched = async (home: string, start: (client: CoreClient, root: string, file: string) => Promise<() => Promise<{ jobId: string }>>): Promise<z.infer<typeof Figures>> => {
  const { client, close } = await openBenchCore(home)
  const root = join(home, 'library')
  await client.library.open({ path: root })
  while ((await client.library.current())?.checking) await wait(pollMs)
  const begin = await start(client, root, join(home, 'all.lfpkg'))
  const ms = await timed(async () => {
    const { jobId: id } = await begin()
    for (let job = await client.jobs.get({ id }); job.state !== 'done'; job = await client.jobs.get({ id })) {
      if (job.state !== 'running') throw new Error(JSON.stringify(job.failure))
      await wait(pollMs)
    }
  })
  await close()
  return { ms, rssMb: process.resourceUsage().maxRSS / 1000 }
}

export const packageSteps: Record<string, Step> = {
  'package-make': async (home = '') => watched(home, async (client, _root, to) => {
    const { rows } = await client.records.list({ filter: { type: 'case' }, sort: { by: 'number', descending: false }, offset: 0, limit: 1 })
    if (rows.length === 0) throw new Error('the library is empty')
    const ids = await client.records.ids({ selection: { filter: { type: 'case' }, except: [] } })
    return async () => client.packages.make({ ids, title: '全部', to })
  }),
  'package-open': async (home = '') => watched(home, async (client, _root, path) => Promise.resolve(async () => client.packages.open({ path }))),
}

const run = promisify(execFile)

/** Milliseconds that a program takes; undefined where it is not there. */
const programMs = async (program: string, given: readonly string[], cwd: string): Promise<number | undefined> => {
  try {
    return await timed(async () => run(program, [...given], { cwd }))
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
    console.error(`${program} is not installed: what is compared with it is left out`)
    return undefined
  }
}

export const benchPackage = async (count: number): Promise<BenchResult> => withFolder(async (home) => {
  await makeLibrary(join(home, 'library'), count)
  const made = await inOwnProcess(Figures, 'package-make', home)
  const unpacked = join(home, 'unpacked')
  mkdirSync(unpacked)
  const unzipMs = await programMs('unzip', ['-q', join(home, 'all.lfpkg'), '-d', unpacked], home)
  const zipMs = unzipMs === undefined ? undefined : await programMs('zip', ['-q', '-r', join(home, 'all.zip'), '.'], unpacked)
  const opened = await inOwnProcess(Figures, 'package-open', home)
  const ratios = { ...zipMs !== undefined && { make_vs_zip: round(zipMs / made.ms) }, ...unzipMs !== undefined && { open_vs_unzip: round(unzipMs / opened.ms) } }
  return {
    name: 'package', sizes: { records: count, attachments_mb: count * bytesEach / 1_000_000 },
    figures: { ...ratios, peak_rss_mb: round(Math.max(made.rssMb, opened.rssMb)), make_s: round(made.ms / 1000), open_s: round(opened.ms / 1000), make_rss_mb: round(made.rssMb), open_rss_mb: round(opened.rssMb) },
  }
})
