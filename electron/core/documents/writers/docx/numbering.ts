/**
 * Word's numbering: one outline for all headings, and lists. Every list that begins anew has a definition of its own, since numberings that
 * share one go on counting together.
 */
import { AlignmentType, LevelFormat, LevelSuffix, type INumberingOptions, type IParagraphOptions } from 'docx'
import type { ListItemBlock } from '#shared/model/body/blocks'
import type { Look } from './look'

type Definition = INumberingOptions['config'][number]
type Level = Definition['levels'][number]
export type Numbering = Exclude<NonNullable<IParagraphOptions['numbering']>, false>

interface HeadingLevel { format: Level['format']; text: string; suffix: Level['suffix'] }

/** The levels of a formal document (GB/T 9704-2012, 7.3.3): 一、（一）1.（1）, and ① and a) for those below. */
const chineseLevels: readonly HeadingLevel[] = [
  { format: LevelFormat.CHINESE_COUNTING_THOUSAND, text: '%1、', suffix: LevelSuffix.NOTHING },
  { format: LevelFormat.CHINESE_COUNTING_THOUSAND, text: '（%2）', suffix: LevelSuffix.NOTHING },
  { format: LevelFormat.DECIMAL, text: '%3.', suffix: LevelSuffix.SPACE },
  { format: LevelFormat.DECIMAL, text: '（%4）', suffix: LevelSuffix.NOTHING },
  { format: LevelFormat.DECIMAL_ENCLOSED_CIRCLE, text: '%5', suffix: LevelSuffix.SPACE },
  { format: LevelFormat.LOWER_LETTER, text: '%6)', suffix: LevelSuffix.SPACE },
]

export const headingLevelCount = chineseLevels.length

/** The levels of a standard (GB/T 1.1-2020): 1, 1.1, 1.1.1 and so on. */
const decimalLevels: readonly HeadingLevel[] = chineseLevels.map((_, level) => ({
  format: LevelFormat.DECIMAL, text: Array.from({ length: level + 1 }, (_each, index) => `%${index + 1}`).join('.'), suffix: LevelSuffix.SPACE,
}))

const flush = { firstLine: 0, firstLineChars: 0 }

/** Headings numbered as in a formal document stand as its paragraphs do; others at the edge. */
export const headingIndent = ({ preset, firstLine }: Look): typeof flush => (preset.numbers === 'chinese' ? firstLine : flush)

export const headingNumbering = 'liangfang-headings'

const headingDefinition = (look: Look): Definition => ({
  reference: headingNumbering,
  levels: (look.preset.numbers === 'decimal' ? decimalLevels : chineseLevels).map(({ format, text, suffix }, level) => ({
    level, text, alignment: AlignmentType.LEFT, ...(format ? { format } : {}), ...(suffix ? { suffix } : {}),
    style: { style: `Heading${level + 1}`, paragraph: { indent: { left: 0, ...headingIndent(look) } } },
  })),
})

/** Of lists, this and all levels below are circled. */
const circledLevel = 4

/** Where a list stands: in the text, whose first lines are indented, or in the narrow cell of a table. */
export type ListPlace = 'text' | 'cell'
interface ListIndent { left: number; step: number; hanging: number; wide: number }

/** Twips: in the text in proportion to its letters. */
const indentsOf = ({ indentStep, firstLine }: Look): Readonly<Record<ListPlace, ListIndent>> => {
  const part = (proportion: number): number => Math.round(indentStep * proportion)
  return { text: { left: firstLine.firstLine, step: part(0.75), hanging: part(0.75), wide: part(1.4) }, cell: { left: 0, step: 300, hanging: 300, wide: 600 } }
}

const listLevel = (indents: ListIndent, level: number, wide: boolean): Pick<Level, 'level' | 'alignment' | 'style'> => {
  const { left, step, hanging, wide: wideHanging } = indents
  const own = wide ? wideHanging : hanging
  return { level, alignment: AlignmentType.LEFT, style: { paragraph: { indent: { left: left + step * level + own, hanging: own } } } }
}

/** List items numbered as in a formal document stand as its paragraphs do. */
const chineseLevel = (look: Look, place: ListPlace, level: number): Level => {
  const { format, text, suffix } = chineseLevels[Math.min(level, circledLevel)] ?? {}
  return {
    level, alignment: AlignmentType.LEFT, text: (text ?? '').replace(/%\d/, `%${level + 1}`), ...(format ? { format } : {}), ...(suffix ? { suffix } : {}),
    style: { paragraph: { indent: place === 'text' ? { left: 0, ...look.firstLine } : { left: 0, firstLine: 0 } } },
  }
}

const levels = Array.from({ length: 9 }, (_, level) => level)

const numberForms = [
  { format: LevelFormat.DECIMAL, text: (level: number) => `%${level}.`, wide: false },
  { format: LevelFormat.DECIMAL, text: (level: number) => `（%${level}）`, wide: true },
  { format: LevelFormat.DECIMAL, text: (level: number) => `%${level})`, wide: false },
  { format: LevelFormat.DECIMAL_ENCLOSED_CIRCLE, text: (level: number) => `%${level}`, wide: false },
]

type Scheme = ListItemBlock['scheme']

const numberDefinition = (look: Look, reference: string, place: ListPlace, scheme: Scheme, startLevel: number, start: number): Definition => ({
  reference,
  levels: levels.map((level) => {
    if (scheme === 'chinese') return { ...chineseLevel(look, place, level), start: level === startLevel ? start : 1 }
    const form = numberForms[level % numberForms.length] ?? { format: LevelFormat.DECIMAL, text: () => '', wide: false }
    return { ...listLevel(indentsOf(look)[place], level, form.wide), format: form.format, text: form.text(level + 1), start: level === startLevel ? start : 1 }
  }),
})

const signFace = { ascii: 'Segoe UI Symbol', hAnsi: 'Segoe UI Symbol', eastAsia: 'Segoe UI Symbol' }

const signDefinition = (look: Look, reference: string, place: ListPlace, signs: readonly string[]): Definition => ({
  reference,
  levels: levels.map((level) => {
    const base = listLevel(indentsOf(look)[place], level, false)
    return { ...base, format: LevelFormat.BULLET, text: signs[level % signs.length] ?? '', style: { ...base.style, run: { font: signFace } } }
  }),
})

const signs = { bullet: ['•', '–', '▪'], open: ['☐'], ticked: ['☑'] }

export interface ListRun {
  /** Call once for each of the neighbouring items, in their order. */
  numbering(item: ListItemBlock): Numbering
}

export interface Lists {
  /** Begins a row of neighbouring items. */
  run(place: ListPlace): ListRun
  definitions(): Definition[]
}

/** `below`: the levels that were numbered since the last item here; a first one restarts by itself, a second does not. */
interface OpenNumbers { reference: string; scheme: Scheme; next: number; ended: boolean; below: Set<number> }

export const createLists = (look: Look): Lists => {
  const definitions = new Map<string, Definition>(look.preset.numbers === 'none' ? [] : [[headingNumbering, headingDefinition(look)]])
  let count = 0

  const numberList = (place: ListPlace, scheme: Scheme, level: number, start: number): string => {
    count += 1
    const reference = `liangfang-numbers-${count}`
    definitions.set(reference, numberDefinition(look, reference, place, scheme, level, start))
    return reference
  }

  const signList = (place: ListPlace, kind: keyof typeof signs): string => {
    const reference = `liangfang-${kind}-${place}`
    if (!definitions.has(reference)) definitions.set(reference, signDefinition(look, reference, place, signs[kind]))
    return reference
  }

  return {
    definitions: () => [...definitions.values()],
    run: (place) => {
      const open = new Map<number, OpenNumbers>()

      const listFor = (scheme: Scheme, level: number, start: number): string => {
        const above = open.get(Math.max(-1, ...[...open.keys()].filter((other) => other < level)))
        if (!above || above.ended || above.scheme !== scheme || start !== 1 || above.below.has(level)) return numberList(place, scheme, level, start)
        above.below.add(level)
        return above.reference
      }

      return {
        numbering: ({ list, level, start, checked, scheme }) => {
          for (const deeper of [...open.keys()]) if (deeper > level) open.delete(deeper)
          const here = open.get(level)
          if (list !== 'number') {
            if (here) here.ended = true
            return { reference: signList(place, list === 'bullet' ? 'bullet' : checked ? 'ticked' : 'open'), level, instance: 0 }
          }
          if (here && !here.ended && here.scheme === scheme && (start === undefined || start === here.next)) {
            here.next += 1
            here.below.clear()
            return { reference: here.reference, level, instance: 0 }
          }
          // The same list goes on where only its numbers are written in another way from here.
          const first = start ?? (here && !here.ended ? here.next : 1)
          const reference = listFor(scheme, level, first)
          open.set(level, { reference, scheme, next: first + 1, ended: false, below: new Set() })
          return { reference, level, instance: 0 }
        },
      }
    },
  }
}
