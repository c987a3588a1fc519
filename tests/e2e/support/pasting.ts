/** Pastes as programs do: with several forms of the same on the clipboard at once. */
import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'

export interface OnClipboard {
  html?: string
  text?: string
  rtf?: string
  /** Files beside it, each with its first bytes; nothing but zeros follows up to its size. */
  files?: { name: string, type: string, bytes: number[], size?: number }[]
}

export const clipboardFixture = (name: string): Promise<string> => readFile(`tests/fixtures/clipboard/${name}`, 'utf8')

/** Gives the focused element a paste event that holds all of this. */
export const paste = (page: Page, { html = '', text = '', rtf = '', files = [] }: OnClipboard): Promise<void> =>
  page.evaluate((given) => {
    const clipboardData = new DataTransfer()
    if (given.html !== '') clipboardData.setData('text/html', given.html)
    if (given.text !== '') clipboardData.setData('text/plain', given.text)
    if (given.rtf !== '') clipboardData.setData('text/rtf', given.rtf)
    for (const { name, type, bytes, size = bytes.length } of given.files) {
      clipboardData.items.add(new File([new Uint8Array(bytes), new Uint8Array(size - bytes.length)], name, { type }))
    }
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, { html, text, rtf, files })
