/** What a test may do to the app from outside: what a user, the system or a hostile page would do, and looking at what came of it. */
import { z } from 'zod'
import { app } from './app'
import { BrowserWindow } from './browserWindow'
import { createEvent } from './events'
import { ask, permissionHandlers, privileged } from './protocol'
import { real } from './real'
import { asked, choices } from './shell'
import { plugIn } from './screen'
import { serveCommands } from './testLink'
import { started } from './utilityProcess'

type Command = (...args: unknown[]) => unknown

const command = <Args extends z.ZodTuple>(args: Args, run: (...args: z.infer<Args>) => unknown): Command => (...given) => run(...args.parse(given))

const windowOf = (id: number): BrowserWindow => {
  const window = BrowserWindow.getAllWindows().find((each) => each.id === id)
  if (!window) throw new Error(`no window ${id}`)
  return window
}

const none = z.tuple([])
const id = z.tuple([z.int()])
const text = z.tuple([z.string()])
const idAndUrl = z.tuple([z.int(), z.string()])

const Asked = z.object({ url: z.string(), method: z.string().optional(), headers: z.record(z.string(), z.string()).optional(), body: z.instanceof(Uint8Array).optional() })

const request = async ({ url, body, ...init }: z.infer<typeof Asked>): Promise<{ status: number, headers: Record<string, string>, body: Buffer }> => {
  const { method = 'GET', headers = {} } = init
  const response = await ask(new Request(url, { method, headers, ...(body ? { body: new Blob([new Uint8Array(body)]) } : {}) }))
  return { status: response.status, headers: Object.fromEntries(response.headers), body: Buffer.from(await response.arrayBuffer()) }
}

/** Asked for by a page, and by whoever looks whether it may. */
const permission = async (name: string): Promise<{ requested: boolean, checked: boolean }> => {
  const [window] = BrowserWindow.getAllWindows()
  const contents = real.webContents.parse(window?.webContents)
  const known = real.permission.parse(name)
  const { request: onRequest, check } = permissionHandlers
  return {
    requested: onRequest ? await new Promise<boolean>((resolve) => { onRequest(contents, known, resolve, { isMainFrame: true, requestingUrl: contents.getURL() }) }) : true,
    checked: check ? check(contents, known, 'app://liangfang', { isMainFrame: true }) : true,
  }
}

/** A page opens a window, as `window.open` does. Answers whether it got one. */
const openBeside = async (id: number, url: string): Promise<boolean> => {
  const answer = windowOf(id).webContents.opening(url)
  if (answer.action === 'deny') return false
  await new BrowserWindow(answer.overrideBrowserWindowOptions).loadURL(url)
  return true
}

const openFile = (path: string): boolean => {
  const event = createEvent({})
  app.emit('open-file', event, path)
  return event.defaultPrevented
}

serveCommands({
  windows: command(none, () => BrowserWindow.getAllWindows().map((window) => ({
    id: window.id, options: window.options, url: window.webContents.getURL(),
    isVisible: window.isVisible(), isFocused: window.isFocused(), isMinimized: window.isMinimized(),
    hasOpenedDevTools: window.webContents.hasOpenedDevTools, printed: window.webContents.printed,
  }))),
  minimize: command(id, (window) => { windowOf(window).minimize() }),
  close: command(id, (window) => { windowOf(window).close() }),
  mayNavigate: command(idAndUrl, (window, url) => windowOf(window).webContents.mayNavigate('will-navigate', url)),
  mayRedirect: command(idAndUrl, (window, url) => windowOf(window).webContents.mayNavigate('will-redirect', url)),
  mayAttachWebview: command(id, (window) => windowOf(window).webContents.mayAttachWebview()),
  mayOpen: command(idAndUrl, (window, url) => windowOf(window).webContents.opening(url).action === 'allow'),
  open: command(idAndUrl, openBeside),
  plugIn: command(none, plugIn),
  permission: command(text, permission),
  request: command(z.tuple([Asked]), request),
  privileged: command(none, () => privileged),
  quit: command(none, () => { app.quit() }),
  activate: command(none, () => { app.emit('activate', createEvent({}), BrowserWindow.getAllWindows().length > 0) }),
  openFile: command(text, openFile),
  cores: command(none, () => started.map(({ pid, startedAt }) => ({ pid, startedAt }))),
  choose: command(z.tuple([z.array(z.string())]), (paths) => { choices.push(paths) }),
  asked: command(none, () => asked),
  relaunches: command(none, () => app.relaunches),
  userData: command(none, () => app.getPath('userData')),
})
