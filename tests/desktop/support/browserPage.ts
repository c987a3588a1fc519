/** A page of the app in a real browser: the screen comes from the app's own handler, and the built preload runs beside it. */
import { readFileSync } from 'node:fs'
import type { Frame, Page, Request } from '@playwright/test'
import { z } from 'zod'
import { PageReport, type PageOrder } from '../stand-in/messages'
import type { Desktop, PageHost } from './desktop'
import { installPreload } from './installPreload'

const appOrigin = 'app://liangfang'

const FromPage = PageReport.omit({ ipc: true }).extend({ ipc: z.object({ channel: z.string(), args: z.array(z.unknown()) }).optional() })

export interface BrowserPageOptions {
  /** Where files lie that are dropped on the page, by their names: a browser does not say. */
  paths?: Record<string, string>
}

/** What Electron does before the page's own scripts, in the main frame only. */
const initScript = (preload: string, paths: Record<string, string>): string => `
  if (window === window.top) (${installPreload.toString()})({
    window, location, MessageChannel,
    expose: (name, value) => Object.defineProperty(window, name, { value }),
    pathOf: (file) => (${JSON.stringify(paths)})[file.name] ?? '',
    report: (report) => { void window.standInReport(report) },
    onOrder: (obey) => { window.standInObey = obey },
  }, (require, window, location) => {
    ${preload}
  })
`

const obeyInPage = (order: PageOrder): void => {
  const obey: unknown = Reflect.get(window, 'standInObey')
  if (typeof obey === 'function') Reflect.apply(obey, undefined, [order])
}

/** What a new window asks for first has no frame yet. */
const isOfPage = (request: Request, page: Page): boolean => {
  try {
    return request.frame().page() === page
  } catch {
    return false
  }
}

/** Whatever is not the app's own: asked for as Electron asks, and never fetched. */
const refuseOthers = async (page: Page, desktop: Desktop, base: string): Promise<void> => {
  const isOther = (url: URL): boolean => url.origin !== base && url.protocol.startsWith('http')
  page.on('close', () => { void page.context().unroute(isOther).catch(() => undefined) })
  await page.context().route(isOther, async (route) => {
    const url = route.request().url()
    if (await desktop.may(isOfPage(route.request(), page) ? 'mayNavigate' : 'mayOpen', url)) throw new Error(`${url}: the app would let its page go there`)
    await route.abort('aborted')
  })
  page.on('popup', (popup) => { void popup.close() })
}

/** The host of one window, whose page is the given one. */
export const inBrowser = (page: Page, { paths = {} }: BrowserPageOptions = {}): PageHost => (desktop, _window, report) => {
  let base = ''
  let orders: Promise<void> = Promise.resolve()
  const urlOf = (frame: Frame): string => frame.url().replace(base, appOrigin)

  const load = async ({ address, preload }: NonNullable<PageOrder['load']>): Promise<void> => {
    base = new URL(address).origin
    await page.exposeBinding('standInReport', ({ frame }, raw) => {
      const { ipc, ...rest } = FromPage.parse(raw)
      report({ ...rest, ...(ipc ? { ipc: { ...ipc, frame: { url: urlOf(frame), isMain: frame === page.mainFrame() } } } : {}) })
    })
    await page.addInitScript({ content: initScript(readFileSync(preload, 'utf8'), paths) })
    await refuseOthers(page, desktop, base)
    await page.goto(address)
  }

  page.on('dialog', (dialog) => {
    if (dialog.type() !== 'beforeunload') return
    report({ refused: true })
    // A page that was insisted on is closed before the answer comes.
    void dialog.dismiss().catch(() => undefined)
  })
  page.on('close', () => { report({ unloaded: true }) })

  return (order) => {
    if (order.load) load(order.load).then(() => { report({ loaded: true }) }, (error: unknown) => { report({ failed: String(error) }) })
    if (order.unload) void page.close({ runBeforeUnload: true }).catch(() => undefined)
    if (order.destroy) void page.close().catch(() => undefined)
    // One after another; those to a page that has gone are lost with it.
    if (order.ipc || order.frame) orders = orders.then(() => page.evaluate(obeyInPage, order)).catch(() => undefined)
  }
}
