/** A core on a temporary home, for benches: the same as the hosts use, called directly. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { createCore } from '#core/createCore'
import type { Ports } from '#core/ports'
import type { CoreClient } from '#shared/contract/contract'

/** Benches run from the root of the checkout. */
export const root = process.cwd()

export interface BenchCore { client: CoreClient; close: () => Promise<void> }

const silent = () => undefined

/** `home` as LIANGFANG_HOME lays it out, so that a web host started on it afterwards finds the same settings. */
export const openBenchCore = async (home: string, ports: Partial<Ports> = {}): Promise<BenchCore> => {
  const core = await createCore({
    host: 'cli', version: 'bench', now: Date.now,
    paths: { config: join(home, 'config'), cache: join(home, 'cache'), documents: join(home, 'documents'), resources: resolve(root, 'resources'), offline: resolve(root, 'out/offline') },
    log: { info: silent, warn: silent, error: console.error },
    workers: {
      documents: resolve(root, 'out/main/documentsWorker.js'), catalog: resolve(root, 'out/main/catalogWorker.js'),
      search: resolve(root, 'out/main/searchWorker.js'), index: resolve(root, 'out/main/indexWorker.js'),
    },
    ...ports,
  })
  return { client: createRouterClient(core.router, { context: {} }), close: core.close }
}

/** Runs the work with a folder of its own, which is gone afterwards. */
export const withFolder = async <T>(work: (folder: string) => Promise<T>): Promise<T> => {
  const folder = await mkdtemp(join(tmpdir(), 'liangfang-bench-'))
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Milliseconds of the work. */
export const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const startedAt = performance.now()
  await work()
  return performance.now() - startedAt
}

export const round = (value: number): number => Number(value.toPrecision(4))

export interface BenchResult { name: string; sizes: Record<string, number | string>; figures: Record<string, number> }
