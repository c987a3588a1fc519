/** `dialog`, `shell` and `Menu`: answers that the test has laid ready, and what was asked of them. */
import type Electron from 'electron'
import { tell } from './testLink'

/** Everything that went to the system, in order. */
export const asked: { what: string, with: unknown }[] = []

/** Answers of the dialogs to come: the paths chosen, none for a dialog that was cancelled. */
export const choices: string[][] = []

const choose = (what: string, options: unknown): string[] => {
  asked.push({ what, with: options })
  const choice = choices.shift()
  if (!choice) throw new Error(`nobody answers ${what}`)
  return choice
}

type Dialog<Options> = [window: Electron.BaseWindow, options: Options] | [options: Options]

export const dialog = {
  showOpenDialog: (...args: Dialog<Electron.OpenDialogOptions>): Promise<Electron.OpenDialogReturnValue> => {
    const filePaths = choose('showOpenDialog', args.at(-1))
    return Promise.resolve({ canceled: filePaths.length === 0, filePaths })
  },
  showSaveDialog: (...args: Dialog<Electron.SaveDialogOptions>): Promise<Electron.SaveDialogReturnValue> => {
    const [filePath = ''] = choose('showSaveDialog', args.at(-1))
    return Promise.resolve({ canceled: filePath === '', filePath })
  },
  showErrorBox: (title: string, content: string): void => { tell(`showErrorBox ${title}: ${content}`) },
} satisfies Partial<Electron.Dialog>

export const shell = {
  showItemInFolder: (path: string): void => { asked.push({ what: 'showItemInFolder', with: path }) },
  openPath: (path: string): Promise<string> => {
    asked.push({ what: 'openPath', with: path })
    return Promise.resolve('')
  },
  openExternal: (url: string): Promise<void> => {
    asked.push({ what: 'openExternal', with: url })
    return Promise.resolve()
  },
} satisfies Partial<Electron.Shell>

export const Menu = {
  setApplicationMenu: (menu: Electron.Menu | null): void => { asked.push({ what: 'setApplicationMenu', with: menu }) },
} satisfies Partial<typeof Electron.Menu>
