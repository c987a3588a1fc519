/** Accessibility of what a page shows, by axe in the page itself: it is brought there once, and then takes a tenth of a second. */
import { expect, type Page } from '@playwright/test'
import axe, { type Result } from 'axe-core'

const check = "axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'], resultTypes: ['violations'] }).then(({ violations }) => violations)"

const violations = async (page: Page): Promise<string[]> => {
  if (!await page.evaluate<boolean>("'axe' in window")) await page.evaluate(axe.source)
  const found = await page.evaluate<Result[]>(check)
  return found.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id} (${help}): ${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`))
}

/** What fades in or out may be caught halfway: what is still there after this counts. */
const settled = expect.configure({ soft: true, timeout: 30_000 })

/** No violation of WCAG 2.1 A and AA in what the page shows now. */
export const expectAccessible = async (page: Page, what: string): Promise<void> => {
  await settled.poll(async () => violations(page), { message: `accessibility of ${what}` }).toEqual([])
}
