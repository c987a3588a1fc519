/**
 * Word's numbering: one outline for all headings, and lists. Every list that begins anew has a definition of its own, since numberings that
 * share one go on counting together.
 */
import { AlignmentType, LevelFormat, LevelSuffix, type INumberingOptions, type IParagraphOptions } from 'docx'
import type { ListItemBlock } from '#shared/model/body/blocks'

type Definition = INumberingOptions['config'][number]
type Level = Definition['levels'][number]
export type Numbering = Exclude<NonNullable<IParagraphOptions['numbering']>, false>

/** The levels of a formal document (GB/T 9704-2012, 7.3.3): 一、（一）1.（1）, and ① and a) for those below. */
const headingLevels: readonly { format: Level['format']; text: string; suffix: Level['suffix'] }[] = [
  { format: LevelFormat.CHINESE_COUNTING_THOUSAND, text: '%1、', suffix: LevelSuffix.NOTHING },
  { format: LevelFormat.CHINESE_COUNTING_THOUSAND, text: '（%2）', suffix: LevelSuffix.NOTHING },
  { format: LevelFormat.DECIMAL, text: '%3.', suffix: LevelSuffix.SPACE },
  { format: LevelFormat.DECIMAL, text: '（%4）', suffix: LevelSuffix.NOTHING },
  { format: LevelFormat.DECIMAL_ENCLOSED_CIRCLE, text: '%5', suffix: LevelSuffix.SPACE },
  { format: LevelFormat.LOWER_LETTER, text: '%6)', suffix: LevelSuffix.SPACE },
]

export const headingNumbering: Definition = {
  reference: 'liangfang-headings',
  levels: headingLevels.map(({ format, text, suffix }, level) => ({
    level, text, alignment: AlignmentType.LEFT, ...(format ? { format } : {}), ...(suffix ? { suffix } : {}),
    style: { style: `Heading${level + 1}`, paragraph: { indent: { left: 0, firstLine: 640, firstLineChars: 200 } } },
  })),
}

export const headingLevelCount = headingLevels.length
/** Of lists, this and all levels below are circled. */
const circledLevel = 4

/** Where a list stands: in the text, whose first lines are indented, or in the narrow cell of a table. Twips. */
export type ListPlace = 'text' | 'cell'
const indents: Readonly<Record<ListPlace, { left: number; step: number; hanging: number; wide: number }>> = {
  text: { left: 640, step: 480, hanging: 480, wide: 900 }, cell: { left: 0, step: 300, hanging: 300, wide: 600 },
}

const listLevel = (place: ListPlace, level: number, wide: boolean): Pick<Level, 'level' | 'alignment' | 'style'> => {
  const { left, step, hanging, wide: wideHanging } = indents[place]
  const own = wide ? wideHanging : hanging
  return { level, alignment: AlignmentType.LEFT, style: { paragraph: { indent: { left: left + step * level + own, hanging: own } } } }
}

/** List items numbered as in a formal document stand as its paragraphs do: the first line indented by two characters. */
const chineseLevel = (place: ListPlace, level: number): Level => {
  const { format, text, suffix } = headingLevels[Math.min(level, circledLevel)] ?? {}
  const indent = place === 'text' ? { left: 0, firstLine: 640, firstLineChars: 200 } : { left: 0, firstLine: 0 }
  return {
    level, alignment: AlignmentType.LEFT, text: (text ?? '').replace(/%\d/, `%${level + 1}`), ...(format ? { format } : {}), ...(suffix ? { suffix } : {}),
    style: { paragraph: { indent } },
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

const numberDefinition = (reference: string, place: ListPlace, scheme: Scheme, startLevel: number, start: number): Definition => ({
  reference,
  levels: levels.map((level) => {
    if (scheme === 'chinese') return { ...chineseLevel(place, level), start: level === startLevel ? start : 1 }
    const form = numberForms[level % numberForms.length] ?? { format: LevelFormat.DECIMAL, text: () => '', wide: false }
    return { ...listLevel(place, level, form.wide), format: form.format, text: form.text(level + 1), start: level === startLevel ? start : 1 }
  }),
})

const signFace = { ascii: 'Segoe UI Symbol', hAnsi: 'Segoe UI Symbol', eastAsia: 'Segoe UI Symbol' }

const signDefinition = (reference: string, place: ListPlace, signs: readonly string[]): Definition => ({
  reference,
  levels: levels.map((level) => {
    const base = listLevel(place, level, false)
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

export const createLists = (): Lists => {
  const definitions = new Map<string, Definition>([[headingNumbering.reference, headingNumbering]])
  let count = 0

  const numberList = (place: ListPlace, scheme: Scheme, level: number, start: number): string => {
    count += 1
    const reference = `liangfang-numbers-${count}`
    definitions.set(reference, numberDefinition(reference, place, scheme, level, start))
    return reference
  }

  const signList = (place: ListPlace, kind: keyof typeof signs): string => {
    const reference = `liangfang-${kind}-${place}`
    if (!definitions.has(reference)) definitions.set(reference, signDefinition(reference, place, signs[kind]))
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
