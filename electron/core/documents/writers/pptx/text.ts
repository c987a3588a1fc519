/** Lines of a slide as paragraphs: real bullets and numbers where PowerPoint has such, exact line spacing, faces of the theme. */
import type { DeckLine } from '#shared/model/slides/deck'
import { indentOf, lineGap, lineIndent } from '#shared/model/slides/fitLines'
import { slideText } from '#shared/model/slides/frame'
import type { PptxLabels } from './labels.data'
import { escapeXml, fill, hundredths, pointEmu, type ThemeColour } from './xml'

/** What is not said is that of the placeholder. `size` in points. */
export interface RunLook { size?: number; bold?: boolean; colour?: ThemeColour; face?: 'title' | 'text' }

const faceXml = (face: 'title' | 'text'): string => (face === 'title' ? '<a:latin typeface="+mj-lt"/><a:ea typeface="+mj-ea"/>' : '<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/>')

export const runXml = (text: string, { lang, altLang }: Pick<PptxLabels, 'lang' | 'altLang'>, { size, bold, colour, face = 'text' }: RunLook = {}): string =>
  `<a:r><a:rPr lang="${lang}" altLang="${altLang}"${size === undefined ? '' : ` sz="${hundredths(size)}"`}${bold === undefined ? '' : ` b="${bold ? 1 : 0}"`} dirty="0">${colour === undefined ? '' : fill(colour)}${faceXml(face)}</a:rPr><a:t>${escapeXml(text)}</a:t></a:r>`

/** Points; the same whatever face is there in the end. */
export const spacingXml = (line: number, before: number): string => `<a:lnSpc><a:spcPts val="${hundredths(line)}"/></a:lnSpc><a:spcBef><a:spcPts val="${hundredths(before)}"/></a:spcBef>`

interface Numbering { type: string; start: number; count: number }

const numberTypes: readonly (readonly [form: RegExp, type: string, valueOf: (mark: string) => number])[] = [
  [/^\d+\.$/, 'arabicPeriod', (mark) => Number.parseInt(mark, 10)],
  [/^[a-z]\)$/, 'alphaLcParenR', (mark) => mark.charCodeAt(0) - 96],
]

/** How the marks of lines are written: `runs` are the numberings that go on, by level. */
const markXml = (mark: string, level: number, runs: Map<number, Numbering>): { bullet: string; text: string } => {
  for (const deeper of [...runs.keys()]) if (deeper > level) runs.delete(deeper)
  const colour = '<a:buClr><a:schemeClr val="accent1"/></a:buClr>'
  const numbered = numberTypes.find(([form]) => form.test(mark))
  if (numbered) {
    const [, type, valueOf] = numbered
    const [value, last] = [valueOf(mark), runs.get(level)]
    const goesOn = last?.type === type && last.start + last.count === value
    const own = goesOn ? { ...last, count: last.count + 1 } : { type, start: value, count: 1 }
    runs.set(level, own)
    return { bullet: `${colour}<a:buFont typeface="+mj-lt"/><a:buAutoNum type="${type}" startAt="${own.start}"/>`, text: '' }
  }
  runs.delete(level)
  if ([...mark].length === 1 && /^[•–·☐☑]$/.test(mark)) return { bullet: `${colour}<a:buFont typeface="Arial"/><a:buChar char="${mark}"/>`, text: '' }
  return { bullet: '<a:buNone/>', text: mark }
}

/** Hanging behind their marks; what has none stands where its level does. */
export const linesXml = (lines: readonly DeckLine[], size: number, labels: PptxLabels): string => {
  const runs = new Map<number, Numbering>()
  return lines.map((line, index) => {
    const indent = indentOf(line)
    const hanging = indent - line.level * lineIndent.level
    const { bullet, text } = markXml(line.mark, line.level, runs)
    const left = pointEmu(indent * size)
    const tab = text === '' ? '' : `<a:tabLst><a:tab pos="${left}" algn="l"/></a:tabLst>`
    const spans = [...(text === '' ? [] : [runXml(`${text}\t`, labels, { size, colour: 'accent1' })]), ...line.spans.map(({ text: said, bold, accent }) => runXml(said, labels, { size, ...(bold ? { bold } : {}), ...(accent ? { colour: 'accent1' as const } : {}) }))]
    return `<a:p><a:pPr marL="${left}" indent="${-pointEmu(hanging * size)}"${line.level === 0 ? '' : ` lvl="${line.level}"`}>${spacingXml(size * slideText.line, index === 0 ? 0 : lineGap * size)}${line.mark === '' ? '<a:buNone/>' : bullet}${tab}</a:pPr>${spans.join('')}</a:p>`
  }).join('')
}

/** Each text a paragraph in one look. */
export const plainXml = (texts: readonly string[], labels: PptxLabels, look: RunLook = {}, align?: 'ctr' | 'r'): string =>
  texts.map((text) => `<a:p>${align === undefined ? '' : `<a:pPr algn="${align}"/>`}${text === '' ? `<a:endParaRPr lang="${labels.lang}"/>` : runXml(text, labels, look)}</a:p>`).join('')

export const bodyXml = (paragraphs: string, properties = '<a:bodyPr/>'): string => `<p:txBody>${properties}<a:lstStyle/>${paragraphs === '' ? '<a:p/>' : paragraphs}</p:txBody>`
