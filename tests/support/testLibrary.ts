/** The real core with a new library open, and a count of who watches its changes. */
import { join } from 'node:path'
import { implement } from '@orpc/server'
import type { Core } from '#core/createCore'
import { contract, type CoreClient } from '#shared/contract/contract'
import { createTestHome } from './testCore'

export interface TestLibrary {
  core: Core
  /** Calls the core directly. */
  direct: CoreClient
  home: string
  /** Subscriptions to change events that the core has not let go of. */
  watchers: () => number
  remove: () => Promise<void>
}

export const createTestLibrary = async (): Promise<TestLibrary> => {
  const { home, open, remove } = await createTestHome()
  const { core, client: direct } = await open()
  await direct.library.create({ path: join(home, '资料库 一'), name: '测试资料库', unit: '运维一班' })

  let watchers = 0
  const watch = implement(contract).events.watch.handler(async function* ({ signal }) {
    watchers += 1
    try {
      yield* await direct.events.watch(undefined, signal ? { signal } : {})
    } finally {
      watchers -= 1
    }
  })
  return { core: { ...core, router: { ...core.router, events: { watch } } }, direct, home, watchers: () => watchers, remove }
}
