/** What no page of ours may do: go elsewhere, open windows, embed others, ask for permissions. */
import { app, session, shell, type WebContents } from 'electron'
import { appPage } from './appProtocol'

const isOurs = (url: string): boolean => url.replace(/[?#].*$/s, '') === appPage
/** What the system's own programs open: links in the text of a record. */
const isForOthers = (url: string): boolean => /^(https?|mailto):/.test(url)

const lock = (contents: WebContents): void => {
  contents.on('will-navigate', (event) => { if (!isOurs(event.url)) event.preventDefault() })
  contents.on('will-redirect', (event) => { if (!isOurs(event.url)) event.preventDefault() })
  contents.on('will-attach-webview', (event) => { event.preventDefault() })
  contents.setWindowOpenHandler(({ url }) => {
    if (isForOthers(url)) void shell.openExternal(url)
    return { action: 'deny' }
  })
}

/** Once the app is ready, before the first window. Writing to the clipboard is all that a page is granted. */
export const lockDown = (): void => {
  app.on('web-contents-created', (_event, contents) => { lock(contents) })
  session.defaultSession.setPermissionRequestHandler((_contents, permission, answer) => { answer(permission === 'clipboard-sanitized-write') })
  session.defaultSession.setPermissionCheckHandler((_contents, permission) => permission === 'clipboard-sanitized-write')
}

/** Whether a message comes from a page of ours and not from a frame inside it. */
export const isOurPage = ({ sender, senderFrame }: Electron.IpcMainEvent): boolean =>
  senderFrame !== null && senderFrame === sender.mainFrame && isOurs(senderFrame.url)
