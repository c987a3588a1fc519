/** Captions: above a table, below a picture. A number that one begins with is a field of Word's own, so that lists of figures find it. */
import { Paragraph, SimpleField, type ParagraphChild } from 'docx'
import { legalLine, textRun } from './runs'

const numbered = /^(图|表|照片|附图|附表|Figure|Fig\.|Table)(\s*)(\d{1,4})(?!\d|\s*[.．\-–—]\s*\d)/i

export interface CaptionNumbers {
  caption(text: string, of: 'table' | 'picture'): Paragraph
}

export const createCaptionNumbers = (): CaptionNumbers => {
  const next = new Map<string, number>()

  const parts = (text: string): ParagraphChild[] => {
    const [whole = '', label = '', space = '', digits = ''] = numbered.exec(text) ?? []
    if (whole === '' || String(Number(digits)) !== digits) return [textRun(text)]
    const number = Number(digits)
    const name = label.replace('.', '')
    // A number that is not the next one says so, or updating the fields would change it.
    const restart = number === (next.get(name) ?? 1) ? '' : ` \\r ${number}`
    next.set(name, number + 1)
    return [textRun(label + space), new SimpleField(`SEQ ${name} \\* ARABIC${restart}`, digits), textRun(text.slice(whole.length))]
  }

  return {
    caption: (text, of) => new Paragraph({ style: 'Caption', keepNext: of === 'table', children: parts(legalLine(text)) }),
  }
}
