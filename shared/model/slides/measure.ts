/**
 * How wide text is, measured without a screen, and where its lines break. Faces differ, so every width here is one that no usual face
 * exceeds: what fits by this measure fits in PowerPoint and in a browser. Widths are points; a Chinese character is as wide as it is high.
 */

/** Chinese, Japanese, Korean, their signs and quotation marks, and what is drawn as a picture. */
const full = /[\u1100-\u11ff\u2010-\u2027\u2030-\u205e\u20a0-\u214f\u2150-\u2bff\u2e80-\ua4cf\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{1f000}-\u{3ffff}]/u
const nothing = /[\p{M}\u200b-\u200d\u2060\ufeff\ufe00-\ufe0f]/u
/** In ems of Arial, the wider faces rounded up. */
const latin: readonly (readonly [signs: RegExp, width: number])[] = [
  [/[ijl.,:;'|!`]/, 0.3], [/[\sftrI()[\]{}/\\"*-]/, 0.4], [/[mwMW@%]/, 1], [/[A-Z&+<=>~^]/, 0.8], [/[a-z0-9]/, 0.6],
]

const known = new Map<string, number>()

/** In ems. */
const measured = (char: string): number => {
  if (full.test(char)) return 1
  if (nothing.test(char)) return 0
  return latin.find(([signs]) => signs.test(char))?.[1] ?? 0.8
}

const charWidth = (char: string): number => {
  const there = known.get(char)
  if (there !== undefined) return there
  const width = measured(char)
  known.set(char, width)
  return width
}

/** Bold Latin is a little wider. */
const boldFactor = 1.06

/** In points, in one line. */
export const textWidth = (text: string, size: number, bold = false): number => {
  let sum = 0
  for (const char of text) sum += charWidth(char)
  return sum * size * (bold ? boldFactor : 1)
}

/** No line begins with these, nor ends with those (GB/T 15834-2011, 5.1). */
const neverFirst = /^[，。、；：？！）》〉」』】〕〗］｝”’…—～·％‰℃°,.;:?!)\]}%\p{M}\u200b-\u200d\ufe00-\ufe0f]/u
const neverLast = /[（《〈「『【〔〖［｛“‘([{]$/u

/** What must not be torn apart: Latin words and numbers, and signs with what they belong to. Joined they are the text again. */
const unitsOf = (text: string): string[] => {
  const units: string[] = []
  for (const piece of text.match(/[!-~\u00a0\u00c0-\u024f]+|[^\S\u00a0]+|[^!-~\u00a0\u00c0-\u024f\s]/gu) ?? []) {
    const last = units.at(-1)
    if (last !== undefined && (neverFirst.test(piece) || neverLast.test(last) || /^[^\S\u00a0]/.test(piece))) units[units.length - 1] = last + piece
    else units.push(piece)
  }
  return units
}

/** A little is left over for faces that are wider yet. */
const share = 0.98

const broken = (text: string, room: number, size: number, bold: boolean): string[] => {
  const lines: string[] = []
  let [line, taken] = ['', 0]
  const put = (unit: string): void => {
    if (line !== '' && taken + textWidth(unit.trimEnd(), size, bold) > room) { lines.push(line); line = ''; taken = 0 }
    line += unit
    taken += textWidth(unit, size, bold)
  }
  for (const unit of unitsOf(text)) {
    if (textWidth(unit.trimEnd(), size, bold) > room) for (const char of unit) put(char)
    else put(unit)
  }
  return [...lines, line]
}

/** Fitting asks for the same lines again and again. */
const remembered = new Map<string, string[]>()
const mostRemembered = 2000

/** The lines of a text in a width of so many points; together they are the text. Spaces at the end of a line take no room. Always one line at least. */
export const wrapText = (text: string, width: number, size: number, bold = false): readonly string[] => {
  const key = `${width} ${size} ${bold ? 'b' : ''} ${text}`
  const there = remembered.get(key)
  if (there) return there
  if (remembered.size >= mostRemembered) remembered.clear()
  const lines = broken(text, width * share, size, bold)
  remembered.set(key, lines)
  return lines
}

export interface FittedText { text: string; size: number; isShortened: boolean }

/** A text at the largest of the sizes at which it fits into a box of points, or shortened at the smallest. */
export const fitText = (text: string, width: number, height: number, sizes: readonly number[], lineHeight: number, bold = false): FittedText => {
  let size = sizes[0] ?? 18
  for (size of sizes) if (wrapText(text, width, size, bold).length * size * lineHeight <= height) return { text, size, isShortened: false }
  const most = Math.max(Math.floor(height / (size * lineHeight)), 1)
  const chars = [...text]
  let [low, high] = [0, chars.length]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (wrapText(`${chars.slice(0, middle).join('').trimEnd()}…`, width, size, bold).length <= most) low = middle
    else high = middle - 1
  }
  return { text: `${chars.slice(0, low).join('').trimEnd()}…`, size, isShortened: true }
}

/** A title may end a line behind these. */
const pauses = /[，、：；。！？—,;:!?]\s*$/u
const opening = '“‘「『《（('
const closing = '”’」』》）)'
/** A number, or one with the sign of what it counts, of which more may follow: 14.2 个月. */
const counted = /\d\s*\p{Script=Han}?$/u

/** Whether a line may end behind each unit: not within quotes or brackets, nor between a number and what it counts. */
const isOpenBehind = (units: readonly string[]): boolean[] => {
  let depth = 0
  return units.map((unit, index) => {
    for (const char of unit) depth = opening.includes(char) ? depth + 1 : closing.includes(char) ? Math.max(depth - 1, 0) : depth
    return depth === 0 && !counted.test(`${units[index - 1] ?? ''}${unit}`) && !/^\d/u.test(units[index + 1] ?? '')
  })
}

/** What a break behind a comma is worth, and one within a word costs, as a share of the whole. */
const [pauseWorth, wordCost] = [0.2, 0.1]

const words = new Intl.Segmenter('zh-CN', { granularity: 'word' })

/**
 * As few lines as `wrapText` makes of a title, as even as they can be, broken behind commas and between words; undefined where that is only
 * possible within quotes or between a number and what it counts. Together they are the title.
 */
export const evenLines = (title: string, width: number, size: number, bold = false): readonly string[] | undefined => {
  const wrapped = wrapText(title, width, size, bold)
  if (wrapped.length < 2) return wrapped
  const units = unitsOf(title)
  const isOpen = isOpenBehind(units)
  const wordEnds = new Set([...words.segment(title)].map(({ index, segment }) => index + segment.length))
  const whole = textWidth(title, size, bold)
  let best: { lines: readonly string[]; cost: number } | undefined
  for (let at = 1; at < units.length; at += 1) {
    const first = units.slice(0, at).join('')
    const taken = textWidth(first.trimEnd(), size, bold)
    if (taken > width * share) break
    const cost = Math.abs(taken / whole - 1 / wrapped.length) - (pauses.test(first) ? pauseWorth : 0) + (wordEnds.has(first.length) ? 0 : wordCost)
    if (isOpen[at - 1] !== true || (best && cost >= best.cost)) continue
    const left = title.slice(first.length)
    const rest = wrapText(left, width, size, bold).length < wrapped.length ? evenLines(left, width, size, bold) : undefined
    if (rest) best = { lines: [first, ...rest], cost }
  }
  return best?.lines
}
