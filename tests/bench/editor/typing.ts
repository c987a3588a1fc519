/**
 * What a key costs: the time until the frame that shows it, measured in the page from the event's own time to right after the frame, and the
 * processor time of the page's main thread until the next key, which other work on the machine does not distort.
 */
import type { CDPSession, Page } from '@playwright/test'

/** Pauses between keys as a quick typist's. In milliseconds. */
const pause = 60

/** Puts the caret behind the given text, which must be in the page. */
export const caretBehind = async (page: Page, text: string): Promise<void> => {
  const point = await page.evaluate((wanted) => {
    const editable = document.querySelector('[contenteditable=true]')
    if (!editable) throw new Error('nothing to type into')
    const walker = document.createTreeWalker(editable, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.nodeValue?.indexOf(wanted) ?? -1
      if (at === -1) continue
      node.parentElement?.scrollIntoView({ block: 'center' })
      const range = document.createRange()
      range.setStart(node, at)
      range.setEnd(node, at + wanted.length)
      const box = range.getBoundingClientRect()
      return { x: box.right - 1, y: box.top + box.height / 2 }
    }
    throw new Error(`${wanted} is not in the page`)
  }, text)
  await page.mouse.click(point.x, point.y)
}

/** Milliseconds of each key. */
export interface KeyTimes { shown: number[], busy: number[] }

/** Processor time of the page's main thread so far, in milliseconds. */
const mainThread = async (session: CDPSession): Promise<number> => {
  const { metrics } = await session.send('Performance.getMetrics')
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000
}

export const typeAndMeasure = async (page: Page, keys: number): Promise<KeyTimes> => {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  await page.evaluate(() => {
    const took: number[] = []
    const channel = new MessageChannel()
    let pressed: number[] = []
    // A message sent in a frame arrives right after that frame is drawn.
    channel.port1.onmessage = () => {
      const now = performance.now()
      for (const at of pressed) took.push(now - at)
      pressed = []
    }
    addEventListener('keydown', (event) => {
      pressed.push(event.timeStamp)
      requestAnimationFrame(() => { channel.port2.postMessage(undefined) })
    }, { capture: true })
    Object.assign(window, { took })
  })
  const busy: number[] = []
  let before = await mainThread(session)
  for (let key = 0; key < keys; key += 1) {
    await page.keyboard.press('abcdefghij'[key % 10] ?? 'a', { delay: pause / 2 })
    await page.waitForTimeout(pause / 2)
    const after = await mainThread(session)
    busy.push(after - before)
    before = after
  }
  await session.detach()
  return { shown: await page.evaluate<number[]>('window.took'), busy }
}
