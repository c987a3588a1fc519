/** Accessibility of what a page shows, by axe in the page itself: it is brought there once, and then takes a tenth of a second. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, type Page } from '@playwright/test'
import type { Result } from 'axe-core'

const source = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8')

const all = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']
const rules = {
  all: { runOnly: all },
  colours: { runOnly: ['color-contrast'] },
  texts: { runOnly: all, rules: { 'color-contrast': { enabled: false } } },
}
/** What of it: `colours` and `texts` where the other does not depend on what was changed since it was looked at. */
export type Checked = keyof typeof rules

const violations = async (page: Page, checked: Checked): Promise<string[]> => {
  if (!await page.evaluate<boolean>("'axe' in window")) await page.evaluate(source)
  const options = JSON.stringify({ ...rules[checked], resultTypes: ['violations'] })
  const found = await page.evaluate<Result[]>(`axe.run(document, ${options}).then(({ violations }) => violations)`)
  return found.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id} (${help}): ${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`))
}

/** What fades in or out may be caught halfway: what is still there after this counts. */
const settled = expect.configure({ soft: true, timeout: 30_000 })

/** No violation of WCAG 2.1 A and AA in what the page shows now. */
export const expectAccessible = async (page: Page, what: string, checked: Checked = 'all'): Promise<void> => {
  await settled.poll(async () => violations(page, checked), { message: `accessibility of ${what}` }).toEqual([])
}
