/** A real core on a temporary home, called directly. */
import { createRouterClient, type RouterClient } from '@orpc/server'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createCore, type Core } from '#core/createCore'
import type { Ports } from '#core/ports'
import type { CoreRouter } from '#core/router/router'
import { quietLog } from './quietLog'

export { quietLog } from './quietLog'

const repository = join(import.meta.dirname, '../..')

export const testWorkers: Ports['workers'] = {
  documents: join(repository, 'out/main/documentsWorker.js'), catalog: join(repository, 'out/main/catalogWorker.js'),
  search: join(repository, 'out/main/searchWorker.js'), index: join(repository, 'out/main/indexWorker.js'),
}

/** Ports below one folder; worker threads run the built entries. */
export const testPorts = (home: string, ports: Partial<Ports> = {}): Ports => ({
  host: 'cli',
  version: '0.0.0',
  paths: { config: join(home, 'config'), cache: join(home, 'cache'), documents: join(home, 'documents'), resources: join(repository, 'resources'), offline: join(repository, 'out/offline') },
  now: Date.now,
  log: quietLog,
  workers: testWorkers,
  ...ports,
})

export interface TestCore { core: Core; client: RouterClient<CoreRouter> }

export interface TestHome {
  home: string
  /** A core on this home; all are closed at the end. */
  open: (ports?: Partial<Ports>) => Promise<TestCore>
  remove: () => Promise<void>
}

export const createTestHome = async (): Promise<TestHome> => {
  const home = await mkdtemp(join(tmpdir(), 'liangfang-home-'))
  const cores: Core[] = []
  return {
    home,
    open: async (ports) => {
      const core = await createCore(testPorts(home, ports))
      cores.push(core)
      return { core, client: createRouterClient(core.router, { context: {} }) }
    },
    remove: async () => {
      await Promise.all(cores.map(async (core) => core.close()))
      await rm(home, { recursive: true, force: true })
    },
  }
}
