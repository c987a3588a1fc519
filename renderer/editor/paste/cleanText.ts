/** Text as it is taken from a clipboard: without control characters, halves of characters and marks that only steer a layout. */
import { wellFormed } from '#shared/text/wellFormed'

/** Of the control characters tab and line ends stay; joiners do too, since emoji and some scripts are made with them. */
const unwanted = /[^\P{Cc}\t\n\r]|[\u200b\ufeff]/gu

export const cleanText = (text: string): string => wellFormed(text).replace(unwanted, '')

const wide = String.raw`[\u2e80-\u303f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef]`
const brokenBetweenWide = new RegExp(`(?<=${wide})[ \\t]*[\\r\\n][ \\t\\r\\n]*(?=${wide})`, 'g')

/** White space as HTML reads it; a line of the source that breaks between Chinese characters leaves no space behind. */
export const collapsedText = (text: string): string => cleanText(text).replace(brokenBetweenWide, '').replace(/[ \t\r\n\f]+/g, ' ')
