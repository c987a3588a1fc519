/** The title of a document: by its style, its label or its look, in the first lines. */
import type { LibraryType } from '#shared/model/recordTypes'
import { findDate } from './dates'
import { headingNumber } from './headingNumber'
import { isSetOff, width, type Manner } from './headings'
import { labelledValues } from './metadata'
import type { Line, Piece } from './piece'
import { exactSectionKey } from './sectionKeys'

export interface TitleLines {
  title: string
  /** The lines that make it up. */
  indexes: number[]
}

const titleStyle = /^(title|标题|文档标题|主标题|大标题)$/i
/** In Han characters. */
const maxTitle = 60
const searched = 10

/** Marks that stand above a title: 附件1, a document number in 〔〕. */
const aboveTitle = /^(?:附\s*件|附\s*录|附\s*表)\s*[\d一二三四五六七八九十]*\s*[：:]?$|〔\d{4}〕|^(?:机密|秘密|内部|内部资料|公开)[★☆]?/

const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/[\s\p{P}\p{S}\d]/gu, '')

/** Shorter words are in too many names. */
const minTold = 4

/** Whether the name of the file says the same as the line, or one more than the other. */
const isToldBy = (fileName: string, text: string): boolean => {
  const [name, line] = [plain(fileName), plain(text)]
  return line !== '' && (line === name || (Math.min(line.length, name.length) >= minTold && (name.includes(line) || line.includes(name))))
}

const isHeadingLine = (line: Line, type: LibraryType): boolean => {
  const number = headingNumber(line.text)
  return (number !== undefined && number.scheme !== 'decimal') || line.number !== undefined || exactSectionKey(line.text, type) !== undefined
    || (line.outline !== undefined && line.outline < 9 && line.align !== 'center')
}

const joinLines = (lines: readonly string[]): string =>
  lines.reduce((all, line) => (/[\w,.]$/.test(all) && /^\w/.test(line) ? `${all} ${line}` : all + line), '').replace(/(\s*)\n\s*/g, (_, space: string) => (space === '' ? '' : ' ')).trim()

const isSameLook = (line: Line, first: Line): boolean =>
  line.align === first.align && line.size === first.size && line.bold === first.bold && line.styleName === first.styleName

/** A long title runs over several lines that look the same. */
const withFollowing = (pieces: readonly Piece[], start: number, goesOn: (line: Line, first: Line) => boolean): TitleLines | undefined => {
  const first = pieces[start]
  if (first?.kind !== 'line') return undefined
  const indexes = [start]
  const texts = [first.text]
  for (let index = start + 1; index < start + 3; index += 1) {
    const line = pieces[index]
    if (line?.kind !== 'line' || !goesOn(line, first) || width([...texts, line.text].join('')) > maxTitle) break
    if (/^(?:—|-|（|\()/.test(line.text) || labelledValues(line.text) || findDate(line.text)?.whole) break
    indexes.push(index)
    texts.push(line.text)
  }
  return { title: joinLines(texts), indexes }
}

/** Undefined where no line says that it is the title. `fileName` without its ending. */
export const findTitle = (pieces: readonly Piece[], usual: Manner, type: LibraryType, fileName: string): TitleLines | undefined => {
  const first = pieces.slice(0, searched * 2).flatMap((piece, index) => (piece.kind === 'line' && piece.text !== '' ? [{ line: piece, index }] : [])).slice(0, searched)
  const styled = first.find(({ line }) => titleStyle.test(line.styleName) && width(line.text) <= maxTitle * 2)
  if (styled) return withFollowing(pieces, styled.index, (line) => titleStyle.test(line.styleName))
  for (const { line, index } of first) {
    const labelled = labelledValues(line.text)
    const label = labelled?.pure && labelled.values.length === 1 ? labelled.values[0] : undefined
    if (label?.field === 'title' && label.value !== '') return { title: label.value, indexes: [index] }
    if (labelled || aboveTitle.test(line.text) || findDate(line.text)?.whole) continue
    if (isHeadingLine(line, type) || width(line.text) > maxTitle || /[。；;，,：:]$/.test(line.text)) return undefined
    if (line.align === 'center' || isSetOff(line, usual) || line.size > usual.size) {
      return withFollowing(pieces, index, (next, start) => isSameLook(next, start) && start.align === 'center' && start.size >= usual.size + 1.5 && !isHeadingLine(next, type))
    }
    const next = pieces[index + 1]
    const beforeLabels = next?.kind === 'line' && labelledValues(next.text) !== undefined && line.text.length <= 40
    return beforeLabels || (line.text.length < 40 && next !== undefined && isToldBy(fileName, line.text)) ? { title: joinLines([line.text]), indexes: [index] } : undefined
  }
  return undefined
}
