/** What no page of ours may do: go elsewhere, open windows but those of presenting, embed others, ask for permissions. */
import { app, session, shell, type WebContents } from 'electron'
import { appPage } from './appProtocol'
import { besideOptions } from './windows'

const isOurs = (url: string): boolean => url.replace(/[?#].*$/s, '') === appPage
/** What the system's own programs open: links in the text of a record. */
const isForOthers = (url: string): boolean => /^(https?|mailto):/.test(url)

/** The audience's window and the presenter's: one of them opens the other. */
const isPresenting = (url: string): boolean => ['present', 'presenter'].some((page) => url.startsWith(`${appPage}#/${page}?`))

const lock = (contents: WebContents): void => {
  contents.on('will-navigate', (event) => { if (!isOurs(event.url)) event.preventDefault() })
  contents.on('will-redirect', (event) => { if (!isOurs(event.url)) event.preventDefault() })
  contents.on('will-attach-webview', (event) => { event.preventDefault() })
  contents.setWindowOpenHandler(({ url }) => {
    if (isPresenting(url) && isOurs(contents.getURL())) return { action: 'allow', overrideBrowserWindowOptions: besideOptions(contents) }
    if (isForOthers(url)) void shell.openExternal(url)
    return { action: 'deny' }
  })
}

/** To write to the clipboard; for slides the whole screen, and that it stays lit. */
const granted: ReadonlySet<string> = new Set(['clipboard-sanitized-write', 'fullscreen', 'screen-wake-lock'])

/** Once the app is ready, before the first window. */
export const lockDown = (): void => {
  app.on('web-contents-created', (_event, contents) => { lock(contents) })
  session.defaultSession.setPermissionRequestHandler((_contents, permission, answer) => { answer(granted.has(permission)) })
  session.defaultSession.setPermissionCheckHandler((_contents, permission) => granted.has(permission))
}

/** Whether a message comes from a page of ours and not from a frame inside it. */
export const isOurPage = ({ sender, senderFrame }: Electron.IpcMainEvent): boolean =>
  senderFrame !== null && senderFrame === sender.mainFrame && isOurs(senderFrame.url)
