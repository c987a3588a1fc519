/** What the menu of further formats offers, with the keys of Word where Word has some. */
import type { TextFormatType } from 'lexical'
import type { Align } from '#shared/model/body/blocks'

export interface Key { code: string, shift?: boolean, alt?: boolean, shown: string }

export const textFormats = [
  { format: 'strikethrough', key: { code: 'KeyX', shift: true, shown: 'Ctrl+Shift+X' } },
  { format: 'superscript', key: { code: 'Equal', shift: true, shown: 'Ctrl+Shift+=' } },
  { format: 'subscript', key: { code: 'Equal', shown: 'Ctrl+=' } },
  { format: 'highlight', key: { code: 'KeyH', alt: true, shown: 'Ctrl+Alt+H' } },
] as const satisfies readonly { format: TextFormatType, key: Key }[]

export const alignments = [
  { align: 'left', key: { code: 'KeyL', shown: 'Ctrl+L' } },
  { align: 'center', key: { code: 'KeyE', shown: 'Ctrl+E' } },
  { align: 'right', key: { code: 'KeyR', shown: 'Ctrl+R' } },
  { align: 'justify', key: { code: 'KeyJ', shown: 'Ctrl+J' } },
] as const satisfies readonly { align: Align, key: Key }[]

export const clearKey: Key = { code: 'Space', shown: 'Ctrl+Space' }
