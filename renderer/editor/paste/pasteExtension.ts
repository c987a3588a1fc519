/** What becomes of what is pasted or dropped into a body. Text copied in an editor of ours comes as it is, before any of this. */
import { $insertGeneratedNodes, ClipboardImportExtension } from '@lexical/clipboard'
import {
  $getEditor, $getSelection, $isRangeSelection, configExtension, createCommand, defineExtension, PASTE_TAG, type BaseSelection, type LexicalCommand,
  type LexicalEditor,
} from 'lexical'
import type { Block } from '#shared/model/body/blocks'
import { $blockNodes } from '../mapping/blocksToLexical'
import { limits, PasteTooLarge, type LeftOut, type Pasted } from './pasted'
import { $placePictures, markOf } from './pastePictures'
import { plainLines, plainParagraphs, plainTable } from './plainText'
import { readClipboardHtml } from './readClipboardHtml'
import { withoutHandlers } from './withoutHandlers'

/** What is to be said about a paste. `text` is what could be pasted instead, empty where that would be too much as well. */
export type PasteReport = { kind: 'leftOut', leftOut: LeftOut } | { kind: 'tooLarge', text: string }

export const PASTE_REPORT_COMMAND: LexicalCommand<PasteReport> = createCommand('PASTE_REPORT_COMMAND')

/** More lines come as blocks at once; fewer line by line, so that in a list each becomes an item. */
const linesOneByOne = 200

/** How long HTML is without the pictures that stand in it. */
const lengthWithoutPictures = (html: string): number => {
  let length = html.length
  for (let at = html.indexOf('data:image/'); at !== -1; at = html.indexOf('data:image/', at + 1)) {
    const end = html.indexOf(html[at - 1] === '\'' ? '\'' : '"', at)
    if (end === -1) return length
    length -= end - at
    at = end
  }
  return length
}

const $insertBlocks = (blocks: readonly Block[], selection: BaseSelection): void => {
  const nodes = $blockNodes(blocks)
  $placePictures(nodes)
  $insertGeneratedNodes($getEditor(), nodes, selection)
}

const isTooLong = (text: string): boolean => text.length > limits.text

const $insertLines = (lines: readonly string[]): void => {
  lines.forEach((line, index) => {
    const selection = $getSelection()
    if (index > 0 && $isRangeSelection(selection)) selection.insertParagraph()
    if (line !== '') $getSelection()?.insertText(line)
  })
}

/** Puts text in that has no formatting, at the selection. */
const $insertPlain = (text: string, selection: BaseSelection): void => {
  const lines = plainLines(text)
  const table = plainTable(lines)
  if (table) $insertBlocks([table], selection)
  else if (lines.length <= linesOneByOne) $insertLines(lines)
  else $insertBlocks(plainParagraphs(lines), selection)
}

export const pastePlainText = (editor: LexicalEditor, text: string): void => {
  editor.update(() => {
    const selection = $getSelection()
    if (selection) $insertPlain(text, selection)
  }, { tag: PASTE_TAG })
}

const readHtml = (html: string, dataTransfer: DataTransfer, missing: (alt: string) => string): Pasted | undefined => {
  if (lengthWithoutPictures(html) > limits.html) return undefined
  const document = new DOMParser().parseFromString(withoutHandlers(html), 'text/html')
  try {
    return readClipboardHtml(document, { rtf: dataTransfer.getData('text/rtf'), files: [...dataTransfer.files] }, { taken: markOf, missing })
  } catch (error) {
    if (error instanceof PasteTooLarge) return undefined
    throw error
  }
}

/** `missingPicture` says in the text that a picture stood there. */
export const pasteExtension = ({ missingPicture }: { missingPicture: (alt: string) => string }) => defineExtension({
  name: 'lf/paste',
  dependencies: [configExtension(ClipboardImportExtension, {
    $importMimeType: {
      'text/html': [(html, selection, _$next, dataTransfer) => {
        const pasted = readHtml(html, dataTransfer, missingPicture)
        if (!pasted) {
          const text = dataTransfer.getData('text/plain')
          $getEditor().dispatchCommand(PASTE_REPORT_COMMAND, { kind: 'tooLarge', text: isTooLong(text) ? '' : text })
          return true
        }
        if (pasted.blocks.length === 0) return false
        $insertBlocks(pasted.blocks, selection)
        if (Object.values(pasted.leftOut).some((count) => count > 0)) {
          $getEditor().dispatchCommand(PASTE_REPORT_COMMAND, { kind: 'leftOut', leftOut: pasted.leftOut })
        }
        return true
      }],
      'text/plain': [(text, selection) => {
        if (isTooLong(text)) $getEditor().dispatchCommand(PASTE_REPORT_COMMAND, { kind: 'tooLarge', text: '' })
        else $insertPlain(text, selection)
        return true
      }],
    },
  })],
})
