/**
 * Who, where and when: from the lines under the title, a form at the start, and the signature at the end.
 * Everything stays in the text, too, but for lines that are nothing except "label: value" and were taken whole.
 */
import { isKnownBlock } from '#shared/model/body/blocks'
import { isKnownInline } from '#shared/model/body/inlines'
import { blockText } from '#shared/model/body/walk'
import type { Metadata } from '../readDocument'
import { findDate } from './dates'
import { confidentialityMarks, libraryNumber, metadataLabels, surnames, teamEnding, unitEnding, type MetadataField } from './metadataLabels.data'
import { bodyTextLevel, type Line, type Piece } from './piece'

export const noMetadata = (): Metadata => ({ title: '', summary: '', unit: '', team: '', authors: [], field: '', place: '', date: '', confidentiality: '' })

const fieldByLabel: ReadonlyMap<string, MetadataField> = new Map(
  metadataLabels.flatMap(({ field, labels }) => labels.map((label): [string, MetadataField] => [label.toLowerCase(), field])),
)

/** Labels are often spread with spaces: 作　者： */
const labelPattern = new RegExp(
  `(^|[\\s（(；;，,|])(${[...fieldByLabel.keys()].sort((a, b) => b.length - a.length).map((label) => (/\p{Script=Han}/u.test(label) ? label.replace(/(?!^)/g, '\\s*') : label)).join('|')})\\s*[：:]`, 'giu',
)

interface Labelled { field: MetadataField; value: string }

/** A closing bracket at the end belongs to the value only if its opening one does. */
const trimValue = (value: string): string => value.trim().replace(/[\s；;，,|]+$/, '').replace(/^([^（(]*)[）)]$/, '$1')

const fieldOf = (match: RegExpMatchArray): MetadataField | undefined => fieldByLabel.get((match[2] ?? '').replace(/\s/g, '').toLowerCase())

/** The labelled values of a line; undefined if it has none. `pure` if nothing stands before the first. */
export const labelledValues = (text: string): { values: Labelled[]; pure: boolean } | undefined => {
  const matches = [...text.matchAll(labelPattern)]
  const first = matches[0]
  if (!first) return undefined
  // What a summary says may look like labels of its own.
  if (first.index === 0 && fieldOf(first) === 'summary') return { values: [{ field: 'summary', value: trimValue(text.slice(first[0].length)) }], pure: true }
  const values = matches.flatMap((match, index): Labelled[] => {
    const field = fieldOf(match)
    const value = text.slice(match.index + match[0].length, matches[index + 1]?.index ?? text.length)
    return field ? [{ field, value: trimValue(value) }] : []
  })
  return { values, pure: first.index === 0 && first[1] === '' }
}

/** 张三, and 阿卜杜拉·买买提. */
const isHanName = (token: string): boolean => /^(?:\p{Script=Han}{2,4}|\p{Script=Han}{1,8}(?:[·•]\p{Script=Han}{1,8})+)$/u.test(token)

/** Names in a row; whole if they are all there is. 张　三 is one name. */
const splitNames = (value: string): { names: string[]; whole: boolean } => {
  const han = /\p{Script=Han}/u.test(value)
  const plain = value.replace(/[（(][^）)]*[）)]/g, ' ')
  const tokens = plain.split(han ? /[、，,;；/|\s　]+/ : /\s*[,;|、，；]\s*|\s+and\s+|\n/).map((token) => token.trim()).filter((token) => token !== '')
  const names = tokens.reduce<string[]>((all, token) => {
    const last = all.at(-1)
    return han && last?.length === 1 && token.length === 1 ? [...all.slice(0, -1), last + token] : [...all, token]
  }, [])
  const good = names.filter((name) => (han ? isHanName(name) || /^[A-Za-z][\w .-]{0,40}$/.test(name) : name.length <= 60))
  return { names: good, whole: plain === value && good.length === names.length }
}

/** The field that a form's label names. */
export const labelField = (label: string): MetadataField | undefined => fieldByLabel.get(label.replace(/[\s　：:]/g, '').toLowerCase())

const maxValue = 60

/** Takes a value into an empty field; true if nothing of it is lost. */
const take = (metadata: Metadata, { field, value }: Labelled): boolean => {
  if (value === '') return true
  if (field === 'authors') {
    const { names, whole } = splitNames(value)
    if (metadata.authors.length > 0 || names.length === 0) return false
    metadata.authors = names
    return whole
  }
  // A number is given by the library that a record lives in; another's means nothing here.
  if (field === 'number') return libraryNumber.test(value)
  if (field === 'confidentiality') {
    const known = confidentialityMarks[value]
    if (!known || metadata.confidentiality !== '') return false
    metadata.confidentiality = known
    return true
  }
  if (metadata[field] !== '') return false
  if (field === 'date') {
    const found = findDate(value)
    metadata.date = found?.date ?? /^\d{4}$/.exec(value)?.[0] ?? ''
    return found?.whole ?? metadata.date !== ''
  }
  if (field !== 'summary' && value.length > maxValue) return false
  metadata[field] = value
  return true
}

type Byline = { unit: string; team: string; authors: string[] }

/** A line of nothing but unit, team and names: （供电公司 运维一班 张三）. Undefined if any word of it is something else. */
const readByline = (text: string): Byline | undefined => {
  const tokens = text.replace(/^[（(]|[）)]$/g, '').split(/[\s　、，,/|]+/).filter((token) => token !== '')
  const byline: Byline = { unit: '', team: '', authors: [] }
  for (const token of tokens) {
    const glued = /^(.{2,}?(?:公司|集团|局|厂|站|所|中心|工区|车间|部))(.{2,}(?:班组|班|队|组|工作室))$/.exec(token)
    if (glued?.[1] !== undefined && glued[2] !== undefined && byline.unit === '' && byline.team === '') { byline.unit = glued[1]; byline.team = glued[2] }
    else if (isHanName(token) && surnames.includes(token.charAt(0)) && !unitEnding.test(token) && !teamEnding.test(token)) byline.authors.push(token)
    else if (teamEnding.test(token) && byline.team === '' && token.length <= 20) byline.team = token
    else if (unitEnding.test(token) && byline.team === '' && token.length <= 30) byline.unit += byline.unit === '' ? token : ` ${token}`
    else return undefined
  }
  const known = (byline.unit !== '' ? 1 : 0) + (byline.team !== '' ? 1 : 0) + Math.min(byline.authors.length, 1)
  return known >= 2 || (known === 1 && tokens.length > 0 && (byline.unit !== '' || byline.team !== '')) ? byline : undefined
}

const takeByline = (metadata: Metadata, byline: Byline): void => {
  if (metadata.unit === '') metadata.unit = byline.unit
  if (metadata.team === '') metadata.team = byline.team
  if (metadata.authors.length === 0) metadata.authors = byline.authors
}

const isPlain = (line: Line): boolean => line.number === undefined && line.inlines.every((inline) => isKnownInline(inline) && (inline.type === 'text' || inline.type === 'break'))

export interface HeadLines {
  /** Lines that are neither heading nor text. */
  recognised: number[]
  /** Of these, lines of which nothing is left to say. */
  consumed: number[]
}

const maxHeadLines = 12

/** Reads the lines before the first heading, as long as they are short or labelled. The title's own are passed over. */
export const readHeadLines = (pieces: readonly Piece[], title: ReadonlySet<number>, metadata: Metadata, headings: ReadonlySet<number>): HeadLines => {
  const result: HeadLines = { recognised: [], consumed: [] }
  let lines = 0
  for (let index = 0; index < pieces.length && lines < maxHeadLines && !headings.has(index); index += 1) {
    const piece = pieces[index]
    if (piece?.kind !== 'line' || title.has(index)) continue
    if (piece.outline === bodyTextLevel) break
    lines += 1
    const labelled = labelledValues(piece.text)
    const isSummary = labelled?.values.length === 1 && labelled.values[0]?.field === 'summary'
    if (piece.text.length > 80 && !isSummary) break
    if (labelled) {
      const taken = labelled.values.map((value) => take(metadata, value))
      result.recognised.push(index)
      if (labelled.pure && taken.every(Boolean) && isPlain(piece)) result.consumed.push(index)
      continue
    }
    const date = findDate(piece.text.replace(/^[（(]|[）)]$/g, ''))
    const byline = date?.whole ? undefined : readByline(piece.text)
    if (date?.whole) { if (metadata.date === '') metadata.date = date.date } else if (byline) takeByline(metadata, byline)
    if (date?.whole || byline) result.recognised.push(index)
  }
  return result
}

/** A form at the start: a cell with a label, the next one with its value. The form stays. */
export const readForm = (pieces: readonly Piece[], metadata: Metadata): void => {
  const piece = pieces.slice(0, 6).find((candidate) => candidate.kind === 'block' && candidate.block.type === 'table')
  if (piece?.kind !== 'block' || !isKnownBlock(piece.block) || piece.block.type !== 'table') return
  for (const row of piece.block.rows) {
    const texts = row.cells.map((cell) => cell.blocks.map(blockText).join(' ').trim())
    texts.forEach((text, index) => {
      if (row.cells[index]?.header === 'column') return
      const field = labelField(text)
      const value = texts[index + 1]
      if (field && value !== undefined && value !== '') take(metadata, { field, value })
    })
  }
}

/** Unit and date at the end of the text, as a formal document is signed. */
export const readSignature = (pieces: readonly Piece[], metadata: Metadata): void => {
  const lines = pieces.filter((piece): piece is Line => piece.kind === 'line').slice(-2)
  const last = lines.at(-1)
  const date = last && last.outline !== bodyTextLevel ? findDate(last.text) : undefined
  if (!date?.whole) return
  if (metadata.date === '') metadata.date = date.date
  const byline = lines.length === 2 && lines[0] ? readByline(lines[0].text) : undefined
  if (byline) takeByline(metadata, byline)
}
