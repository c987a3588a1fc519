/** What a test of the desktop begins with: a fresh home, and a way to start the built app on it with pages that need no browser. */
import { mkdtemp, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base } from 'vitest'
import { createBarePages, type BarePage } from './barePage'
import { Desktop, type DesktopOptions } from './desktop'

export interface Started {
  desktop: Desktop
  /** The newest page. */
  page: () => Promise<BarePage>
  pageCount: () => number
}

interface Fixtures {
  home: string
  /** Starts an instance on this home. What still runs at the end is ended. */
  start: (options?: Partial<Omit<DesktopOptions, 'home' | 'page'>>) => Promise<Started>
}

export const it = base.extend<Fixtures>({
  home: async ({ }, use) => {
    const home = await realpath(await mkdtemp(join(tmpdir(), 'liangfang-desktop-')))
    await use(home)
    await rm(home, { recursive: true, force: true })
  },
  start: async ({ home }, use) => {
    const running: Desktop[] = []
    await use(async (options = {}) => {
      const pages = createBarePages()
      const desktop = await Desktop.start({ home, page: pages.host, ...options })
      running.push(desktop)
      return { desktop, page: pages.page, pageCount: pages.count }
    })
    await Promise.all(running.map(async (desktop) => desktop.kill()))
  },
})
