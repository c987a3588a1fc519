/**
 * Which lines of a document are headings, and of what level: by style, by number, by look, or by being a known section's name alone on a line.
 * A number or bold type alone proves little; what proves a heading is that it is short, stands over content, and has others like it.
 */
import type { LibraryType } from '#shared/model/recordTypes'
import { headingNumber, schemeOrder, type HeadingNumber, type NumberScheme } from './headingNumber'
import { bodyTextLevel, type Line, type Piece } from './piece'
import { exactSectionKey } from './sectionKeys'

export interface Heading {
  /** Place among the pieces. */
  index: number
  line: Line
  /** 0 for the highest level found. */
  level: number
  /** Characters of its typed number; 0 where the number is automatic or there is none. */
  numberLength: number
  numbered: boolean
  styled: boolean
  /** It is word for word the name of a section. */
  known: boolean
}

type Candidate = Heading & { number: HeadingNumber | undefined; setOff: boolean; rank: number }

export interface Manner { size: number; bold: boolean; headingFace: boolean }

/** How most of the text looks, by characters. */
export const usualManner = (pieces: readonly Piece[]): Manner => {
  const lines = pieces.filter((piece): piece is Line => piece.kind === 'line')
  const total = lines.reduce((sum, { text }) => sum + text.length, 0)
  const share = (has: (line: Line) => boolean): number => lines.reduce((sum, line) => sum + (has(line) ? line.text.length : 0), 0) / Math.max(total, 1)
  const sizes = new Map<number, number>()
  for (const { size, text } of lines) sizes.set(size, (sizes.get(size) ?? 0) + text.length)
  const size = [...sizes].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 10.5
  return { size, bold: share((line) => line.bold) > 0.6, headingFace: share((line) => line.headingFace) > 0.6 }
}

/** Whether a line looks more than the usual text. Points. */
export const isSetOff = (line: Line, usual: Manner): boolean =>
  (line.bold && !usual.bold) || (line.headingFace && !usual.headingFace) || line.size >= usual.size + 2

/** In Han characters: Latin letters are half as wide. */
export const width = (text: string): number => text.length - text.replace(/[\u2e80-\uffff]/g, '').length / 2

const hasWords = (text: string): boolean => /[\p{L}\p{N}]/u.test(text)

const isHeadingText = (text: string, maxWidth: number): boolean =>
  width(text) <= maxWidth && !/[。；;，,！!…、]$/.test(text) && !/[。；;]./.test(text) && hasWords(text) && !text.includes('\t')

const captionStart = /^(?:图|表|圖|附表|附图|Figure|Table)\s*[\d一二三四五六七八九十]/i

const lineNumber = (line: Line): HeadingNumber | undefined => {
  if (line.number?.bullet) return undefined
  const automatic = line.number?.label ?? ''
  const number = headingNumber(automatic === '' ? line.text : `${automatic} ${line.text}`)
  return number && (automatic === '' ? number : { ...number, length: 0 })
}

/** Its text without its number; 前　言 without the spaces that only spread it. */
export const headingTitle = ({ line, numberLength }: Heading): string => {
  if (line.section) return line.text
  const rest = line.text.slice(numberLength)
  const title = (hasWords(rest) ? rest : line.text).replace(/\s+/g, ' ').replace(/[：:]$/, '').trim()
  return /^(?:\p{Script=Han} )+\p{Script=Han}$/u.test(title) ? title.replaceAll(' ', '') : title
}

interface Rule { maxWidth: number; pass: number; followed: number; alone: boolean; plain: boolean }

/** How sure a row of numbered lines must be to be headings. `plain`: also when they look like the text around them. */
const rules: Readonly<Record<NumberScheme, Rule>> = {
  part: { maxWidth: 40, pass: 0.6, followed: 0.5, alone: true, plain: true },
  chapter: { maxWidth: 40, pass: 0.6, followed: 0.5, alone: true, plain: true },
  section: { maxWidth: 40, pass: 0.6, followed: 0.5, alone: true, plain: true },
  hanComma: { maxWidth: 40, pass: 0.6, followed: 0.5, alone: false, plain: true },
  hanParen: { maxWidth: 40, pass: 0.6, followed: 0.6, alone: false, plain: true },
  decimal: { maxWidth: 30, pass: 1, followed: 1, alone: false, plain: true },
  dotted2: { maxWidth: 30, pass: 0.8, followed: 0.6, alone: false, plain: true },
  dotted3: { maxWidth: 30, pass: 0.8, followed: 0.6, alone: false, plain: true },
  dotted4: { maxWidth: 30, pass: 0.8, followed: 0.6, alone: false, plain: true },
  decimalParen: { maxWidth: 30, pass: 1, followed: 1, alone: false, plain: false },
}

/** Rows of one scheme: a number 1 begins a new one. */
const rowsOf = (candidates: readonly Candidate[]): Candidate[][] => {
  const rows: Candidate[][] = []
  for (const candidate of candidates) {
    if (candidate.number?.ordinal === 1 || rows.length === 0) rows.push([])
    rows.at(-1)?.push(candidate)
  }
  return rows
}

const countsUp = (row: readonly Candidate[]): boolean => {
  const steps = row.slice(1).filter((candidate, index) => candidate.number?.ordinal === (row[index]?.number?.ordinal ?? 0) + 1).length
  return (row[0]?.number?.ordinal ?? 0) <= 2 && (row.length === 1 || steps >= (row.length - 1) * 0.6)
}

const share = <T>(items: readonly T[], has: (item: T) => boolean): number => items.filter(has).length / Math.max(items.length, 1)

const decimalSchemes: ReadonlySet<NumberScheme> = new Set(['decimal', 'dotted2', 'dotted3', 'dotted4', 'decimalParen'])

/** A bullet, 1. or a), but not 1.1: that is how headings count. */
const isListItem = (piece: Piece | undefined): piece is Line & { number: NonNullable<Line['number']> } =>
  piece?.kind === 'line' && piece.number !== undefined && (piece.number.bullet || /^[（(]?(?:\d+|[a-z]+)[.．、)）]?$/i.test(piece.number.label))

/** Numberings of which an item stands right beside a deeper one. */
const nestedLists = (pieces: readonly Piece[]): Set<string> => new Set(pieces.flatMap((piece, index) => {
  const next = pieces[index + 1]
  return isListItem(piece) && isListItem(next) && piece.number.level < next.number.level ? [piece.number.list] : []
}))

/** `taken` are the places of lines that are known to be something else: the title, the authors. */
export const findHeadings = (pieces: readonly Piece[], taken: ReadonlySet<number>, usual: Manner, type: LibraryType): Heading[] => {
  const candidates = pieces.flatMap((piece, index): Candidate[] => {
    if (piece.kind !== 'line' || taken.has(index) || piece.boxed || piece.outline === bodyTextLevel) return []
    if (!piece.section && (captionStart.test(piece.text) || !hasWords(piece.text))) return []
    const number = lineNumber(piece)
    const styled = piece.outline !== undefined && piece.outline < 9
    return [{
      index, line: piece, level: 0, number, numberLength: number?.length ?? 0, numbered: number !== undefined, styled,
      known: exactSectionKey(piece.text, type) !== undefined, setOff: isSetOff(piece, usual), rank: 0,
    }]
  })

  const styled = candidates.filter(({ styled: has, line }) => has && (line.section !== undefined || ((width(line.text) <= 60 || !/[。；;]/.test(line.text)) && width(line.text) <= 100)))
  // Where the file names its sections itself, styles say all that is to be said of headings, in whatever program it was edited since.
  if (styled.some(({ line }) => line.section)) return styled.map((heading) => ({ ...heading, level: heading.line.outline ?? 0 }))
  const isStyled = new Set(styled.map(({ index }) => index))

  // Who has styles for headings does not number headings in the style of the text.
  const hasStyles = styled.length >= 2 || styled.some(({ known }) => known)
  const nested = nestedLists(pieces)
  const isPlainItem = ({ line, number, setOff }: Candidate): boolean =>
    line.number !== undefined && number !== undefined && decimalSchemes.has(number.scheme) && !setOff && (hasStyles || nested.has(line.number.list))

  const numbered = schemeOrder.flatMap((scheme): Candidate[] => {
    const rule = rules[scheme]
    const members = candidates.filter((candidate) => candidate.number?.scheme === scheme && !isStyled.has(candidate.index) && !isPlainItem(candidate))
    const memberIndexes = new Set(members.map(({ index }) => index))
    const passes = (candidate: Candidate): boolean => isHeadingText(headingTitle(candidate), rule.maxWidth)
    const isFollowed = ({ index }: Candidate): boolean => index + 1 < pieces.length && !memberIndexes.has(index + 1)
    return rowsOf(members).flatMap((row) => {
      const allSetOff = row.every(({ setOff }) => setOff)
      const fits = countsUp(row) && share(row, passes) >= rule.pass && (rule.plain || allSetOff)
        && (row.length > 1 || rule.alone || allSetOff || row.some(({ known }) => known))
        && (allSetOff || share(row, isFollowed) >= rule.followed)
      return fits ? row.filter(passes) : []
    })
  })
  const isNumbered = new Set(numbered.map(({ index }) => index))

  const unnumbered = candidates.filter(({ index, number, line }) =>
    !isStyled.has(index) && !isNumbered.has(index) && number === undefined && line.number === undefined && line.align !== 'right')
  const isOver = ({ index }: Candidate, row: ReadonlySet<number>): boolean => index + 1 < pieces.length && !row.has(index + 1)
  const setOff = unnumbered.filter((candidate) => candidate.setOff && (candidate.known || (isHeadingText(candidate.line.text, 30) && !/[：:]/.test(candidate.line.text))))
  const setOffIndexes = new Set(setOff.map(({ index }) => index))
  const named = unnumbered.filter((candidate) => !candidate.setOff && candidate.known && candidate.line.align === undefined)
  const looks = [
    ...setOff.filter((candidate) => isOver(candidate, setOffIndexes) || candidate.known),
    ...(named.length >= 2 ? named : []),
  ]
  return rankHeadings(styled, numbered, looks)
}

const majorityScheme = (candidates: readonly Candidate[]): NumberScheme | undefined =>
  schemeOrder.find((scheme) => share(candidates, ({ number }) => number?.scheme === scheme) > 0.5)

const schemeRank = (scheme: NumberScheme): number => 20 + schemeOrder.indexOf(scheme)

/** Styles say their level themselves; where most headings of a level are numbered alike, the number says how it stands to typed ones. */
const rankStyled = (styled: readonly Candidate[]): Candidate[] => {
  let above = 0
  return Array.from({ length: 9 }, (_, outline) => styled.filter(({ line }) => line.outline === outline)).flatMap((level) => {
    if (level.length === 0) return []
    const scheme = majorityScheme(level)
    above = Math.max(above + 0.1, scheme === undefined ? 0 : schemeRank(scheme))
    const rank = above
    return level.map((candidate) => ({ ...candidate, rank }))
  })
}

const surelyHigh: ReadonlySet<NumberScheme> = new Set(['part', 'chapter', 'section', 'hanComma'])

/** Whether headings known by their look alone stand above the numbered ones (1. 2. 3. under each) or below them. */
const looksStandAbove = (looks: readonly Candidate[], top: readonly Candidate[]): boolean => {
  const knownLooks = looks.filter(({ known }) => known).length
  const knownTop = top.filter(({ known }) => known).length
  const scheme = majorityScheme(top)
  if (top.some(({ styled }) => styled) || (scheme !== undefined && surelyHigh.has(scheme))) return knownLooks >= 2 && knownTop === 0
  return knownLooks > knownTop || (knownLooks === knownTop && looks.length >= 2 && (looks[0]?.index ?? 0) < (top[0]?.index ?? 0))
}

const rankHeadings = (styled: readonly Candidate[], numbered: readonly Candidate[], looks: readonly Candidate[]): Heading[] => {
  const firm = [...rankStyled(styled), ...numbered.map((candidate) => ({ ...candidate, rank: candidate.number ? schemeRank(candidate.number.scheme) : 0 }))]
  const topRank = Math.min(...firm.map(({ rank }) => rank))
  const above = firm.length === 0 || looksStandAbove(looks, firm.filter(({ rank }) => rank === topRank))
  const sizes = [...new Set(looks.filter(({ setOff }) => setOff).map(({ line }) => line.size))].sort((a, b) => b - a)
  const ranked = [
    ...firm,
    ...looks.map((candidate) => ({ ...candidate, rank: (above ? -1 : 50) + 0.1 * Math.max(0, Math.min(sizes.indexOf(candidate.line.size), 3)) })),
  ]
  const ranks = [...new Set(ranked.map(({ rank }) => rank))].sort((a, b) => a - b)
  return ranked
    .map((candidate) => ({ ...candidate, level: ranks.indexOf(candidate.rank) }))
    .sort((a, b) => a.index - b.index)
}
