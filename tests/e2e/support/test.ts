/** What every browser spec begins with: a fresh home, a way to start the app on it, and pages whose errors fail the test. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test as base, type Page } from '@playwright/test'
import { findBrowser } from '../../../scripts/find-browser.mjs'
import { expectAccessible } from './accessibility'
import { startWebHost, type WebHost } from './webHost'

export { expect }

/** Specs are skipped, and counted so, where there is no browser: say so at the top of each file. */
export const skipWithoutBrowser = (): void => {
  base.skip(findBrowser() === undefined, 'no Chrome, Edge or Chromium here')
}

interface Fixtures {
  /** A temporary folder: settings, cache, documents and the user's home in one. */
  home: string
  /** Starts the app, or starts it again: the host that runs is stopped first. The page is let in. */
  openApp: () => Promise<void>
}

/** A link that dropped while the host was restarted is no error of the page. */
const isExpected = (text: string): boolean => /WebSocket connection to .* failed|ERR_CONNECTION_REFUSED/.test(text)

export const test = base.extend<Fixtures>({
  home: async ({ }, use) => {
    const home = await mkdtemp(join(tmpdir(), 'liangfang-e2e-'))
    await use(home)
    await rm(home, { recursive: true, force: true })
  },
  page: async ({ page }, use) => {
    const errors: string[] = []
    page.on('pageerror', (error) => { errors.push(String(error)) })
    page.on('console', (message) => { if (message.type() === 'error' && !isExpected(message.text())) errors.push(`${message.text()} ${message.location().url}`) })
    await use(page)
    expect(errors, 'errors in the console').toEqual([])
  },
  openApp: async ({ home, page }, use) => {
    let host: WebHost | undefined
    await use(async () => {
      await host?.stop()
      host = await startWebHost(home)
      await page.goto(host.link)
    })
    // What the page still asks for while the app ends is not there: that is no error of the page.
    await page.goto('about:blank')
    await host?.stop()
  },
})

/** `npm test` takes none: pictures are a third of its time in the browser, and whoever looks at them runs `npm run e2e`. */
const takesPictures = process.env.LIANGFANG_PICTURES !== 'none'

/** Kept as output: what the screen looked like at this step. */
export const screenshot = async (page: Page, name: string): Promise<void> => {
  if (!takesPictures) return
  await page.screenshot({ path: `test-results/screenshots/${name}.png`, animations: 'disabled' })
}

const small = { width: 1280, height: 800 }
const sizes = takesPictures ? [{ width: 1440, height: 900 }, small] : [small]

/**
 * Keeps the page's looks in both colour schemes at both sizes, and checks it at the smaller one: colours in each scheme, all else once. Where no
 * pictures are taken the dark one is looked at only on request (`inBoth`), as `screens.spec.ts` does on every screen.
 */
export const look = async (page: Page, name: string, inBoth = takesPictures): Promise<void> => {
  for (const colorScheme of inBoth ? ['light', 'dark'] as const : ['light'] as const) {
    await page.emulateMedia({ colorScheme })
    await expect(page.locator(`:root[data-theme=${colorScheme}]`)).toBeVisible()
    for (const size of sizes) {
      await page.setViewportSize(size)
      await screenshot(page, `${name}-${colorScheme}-${size.width}`)
    }
    await expectAccessible(page, `${name}, ${colorScheme}`, colorScheme === 'light' ? 'all' : 'colours')
  }
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize({ width: 1440, height: 900 })
}
