/**
 * `editor`: how long a key takes until its character is shown, in a body of so many characters with 40 tables. In the real browser, in the
 * app as it is built, autosave included; the same content in a bare contenteditable of the same browser tells what is the browser's own.
 * `extra_p95_ms` is the worst place's p95 less the bare one's there, and `extra_busy_p95_ms` the same of the main thread's processor time.
 */
import { join } from 'node:path'
import type { Browser, Page } from '@playwright/test'
import { findBrowser } from '../../../scripts/find-browser.mjs'
import { openBenchCore, round, withFolder, type BenchResult } from '../benchCore'
import { startHostProcess } from '../runningHost'
import { longBody, places, tableCount } from './longBody'
import { caretBehind, typeAndMeasure, type KeyTimes } from './typing'

const keysEach = 120
/** The first keys at a place warm it up. */
const warmUp = 20
const title = '很长的案例'

const percentile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

const openEditor = async (page: Page, link: string, library: string): Promise<void> => {
  await page.goto(link)
  await page.getByRole('button', { name: new RegExp(library) }).first().click()
  await page.getByRole('link', { name: '案例库', exact: true }).click()
  await page.getByRole('row').filter({ hasText: title }).click()
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
  await page.keyboard.press('e')
  await page.locator('[contenteditable=true]').waitFor()
}

/** The same content, without anything of ours at work. */
const openBare = async (browser: Browser, editor: Page): Promise<Page> => {
  const html = await editor.locator('[contenteditable=true]').innerHTML()
  const page = await browser.newPage()
  await page.setContent(`<style>div { height: 700px; width: 672px; overflow: auto; font: 16px/1.8 sans-serif } table { border-collapse: collapse; width: 100%; table-layout: fixed } td, th { border: 1px solid }</style><div contenteditable="true">${html}</div>`)
  return page
}

type Times = Record<keyof typeof places, KeyTimes>

const measure = async (page: Page): Promise<Times> => {
  const at = async (place: keyof typeof places): Promise<KeyTimes> => {
    await caretBehind(page, places[place])
    const { shown, busy } = await typeAndMeasure(page, keysEach)
    return { shown: shown.slice(warmUp), busy: busy.slice(warmUp) }
  }
  return { paragraph: await at('paragraph'), listItem: await at('listItem'), tableCell: await at('tableCell') }
}

const figuresOf = (ours: Times, bare: Times): Record<string, number> => {
  const figures: Record<string, number> = { extra_p95_ms: -Infinity, extra_busy_p95_ms: -Infinity }
  for (const place of ['paragraph', 'listItem', 'tableCell'] as const) {
    for (const [kind, total] of [['shown', 'extra_p95_ms'], ['busy', 'extra_busy_p95_ms']] as const) {
      const p95 = percentile(ours[place][kind], 0.95)
      const bareP95 = percentile(bare[place][kind], 0.95)
      figures[total] = Math.max(figures[total] ?? -Infinity, round(p95 - bareP95))
      figures[`${place}_${kind}_p50_ms`] = round(percentile(ours[place][kind], 0.5))
      figures[`${place}_${kind}_p95_ms`] = round(p95)
      figures[`${place}_bare_${kind}_p50_ms`] = round(percentile(bare[place][kind], 0.5))
      figures[`${place}_bare_${kind}_p95_ms`] = round(bareP95)
    }
  }
  return figures
}

export const benchEditor = async (characters: number): Promise<BenchResult> => withFolder(async (home) => {
  const executablePath = findBrowser()
  if (executablePath === undefined) throw new Error('no Chrome, Edge or Chromium here; LIANGFANG_BROWSER names one')
  const core = await openBenchCore(home)
  const library = '基准'
  await core.client.library.create({ path: join(home, 'library'), name: library, unit: '基准班' })
  await core.client.records.create({ type: 'case', content: { title, body: longBody(characters) } })
  await core.close()

  const host = await startHostProcess(home)
  // What is measured of other benches is not to hold a browser's driver in memory.
  const { chromium } = await import('@playwright/test')
  const browser = await chromium.launch({ executablePath })
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    await openEditor(page, host.link.href, library)
    const bare = await openBare(browser, page)
    const theirs = await measure(bare)
    await bare.close()
    await page.bringToFront()
    return { name: 'editor', sizes: { characters, tables: tableCount, keys: keysEach - warmUp }, figures: figuresOf(await measure(page), theirs) }
  } finally {
    await browser.close()
    await host.stop()
  }
})
