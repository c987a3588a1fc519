/** numbering.xml: counts automatic numbers as Word does and writes their text (一、 （一） 1.1), which no run of the document holds. */
import type { ItemNumber } from '../structure/piece'
import { formatNumber, isChineseCounting } from './numberFormats'
import { createScanner, type OpenTag, type Scanner } from './xmlScanner'

interface Level { format: string; text: string; start: number; styleId?: string; restartsNever?: boolean; legal?: boolean }
/** `definedIn` names the numbering style whose own definition, the one with `defines`, has the levels. */
interface AbstractNumbering { levels: Map<number, Level>; definedIn?: string; defines?: string }
interface Numbering { abstractId: string; starts: Map<number, number>; levels: Map<number, Level> }

export interface Numberer {
  /** Counts a paragraph; call once for each in reading order. Undefined where there is no such numbering, or its number is hidden. */
  count(numId: string, level: number | undefined, styleId: string | null): ItemNumber | undefined
}

const readLevel = (scanner: Scanner, tag: OpenTag): Level => {
  const level: Level = { format: 'decimal', text: '', start: 1 }
  scanner.inside(tag, (token) => {
    if (token.kind !== 'open') return
    const value = scanner.attribute(token, 'w:val')
    switch (token.name) {
      case 'w:start': level.start = Number(value ?? 1); break
      case 'w:numFmt': level.format = value ?? 'decimal'; break
      case 'w:lvlText': level.text = value ?? ''; break
      case 'w:pStyle': if (value !== undefined) level.styleId = value; break
      case 'w:lvlRestart': level.restartsNever = value === '0'; break
      case 'w:isLgl': level.legal = value !== '0' && value !== 'false'; break
      default:
    }
  })
  return level
}

const readNumberingParts = (xml: string): { abstracts: Map<string, AbstractNumbering>; numberings: Map<string, Numbering> } => {
  const abstracts = new Map<string, AbstractNumbering>()
  const numberings = new Map<string, Numbering>()
  const scanner = createScanner(xml)
  let abstract: AbstractNumbering | undefined
  let numbering: Numbering | undefined
  let overridden = 0
  for (let token = scanner.next(); token; token = scanner.next()) {
    if (token.kind !== 'open') continue
    const value = scanner.attribute(token, 'w:val')
    switch (token.name) {
      case 'w:abstractNum': abstract = { levels: new Map() }; numbering = undefined; abstracts.set(scanner.attribute(token, 'w:abstractNumId') ?? '', abstract); break
      case 'w:numStyleLink': if (abstract && value !== undefined) abstract.definedIn = value; break
      case 'w:styleLink': if (abstract && value !== undefined) abstract.defines = value; break
      case 'w:num': numbering = { abstractId: '', starts: new Map(), levels: new Map() }; numberings.set(scanner.attribute(token, 'w:numId') ?? '', numbering); break
      case 'w:abstractNumId': if (numbering && value !== undefined) numbering.abstractId = value; break
      case 'w:lvlOverride': overridden = Number(scanner.attribute(token, 'w:ilvl') ?? 0); break
      case 'w:startOverride': numbering?.starts.set(overridden, Number(value ?? 1)); break
      case 'w:lvl': {
        const index = Number(scanner.attribute(token, 'w:ilvl') ?? 0);
        (numbering ?? abstract)?.levels.set(index, readLevel(scanner, token))
        break
      }
      default:
    }
  }
  return { abstracts, numberings }
}

const boxes: Readonly<Record<string, { box: 'open' | 'ticked' }>> = { '☐': { box: 'open' }, '☑': { box: 'ticked' }, '☒': { box: 'ticked' } }

/** The text of each level of the Chinese way to number, as Word writes it; all levels below are circled. */
const chineseTexts: readonly ((place: string) => RegExp)[] = [
  (place) => new RegExp(`^${place}、$`), (place) => new RegExp(`^[（(]${place}[）)]$`), (place) => new RegExp(`^${place}[.．、]$`), (place) => new RegExp(`^[（(]${place}[）)]$`),
  (place) => new RegExp(`^${place}$`),
]

const isChineseLevel = ({ format, text }: Level, index: number): boolean => {
  const formats = index < 2 ? isChineseCounting(format) : index < 4 ? format === 'decimal' : format.startsWith('decimalEnclosedCircle')
  return formats && chineseTexts[Math.min(index, chineseTexts.length - 1)]?.(`%${index + 1}`).test(text.trim()) === true
}

/** Counters belong to the abstract numbering: numberings that share it go on counting together, unless one sets a start of its own. */
export const createNumberer = (xml: string | undefined): Numberer => {
  const { abstracts, numberings } = readNumberingParts(xml ?? '')
  const counters = new Map<string, (number | undefined)[]>()
  const begun = new Set<string>()

  const levelOf = (numbering: Numbering, index: number): Level | undefined => {
    const own = abstracts.get(numbering.abstractId)
    const linked = own?.definedIn === undefined ? own : [...abstracts.values()].find((other) => other.defines === own.definedIn)
    return numbering.levels.get(index) ?? linked?.levels.get(index)
  }

  const styleLevel = (numbering: Numbering, styleId: string | null): number => {
    if (styleId === null) return 0
    for (const [index, level] of abstracts.get(numbering.abstractId)?.levels ?? []) if (level.styleId === styleId) return index
    return 0
  }

  return {
    count: (numId, givenLevel, styleId) => {
      const numbering = numberings.get(numId)
      if (!numbering) return undefined
      const index = givenLevel ?? styleLevel(numbering, styleId)
      const level = levelOf(numbering, index)
      if (!level || !(index >= 0 && index <= 8)) return undefined
      const counts = counters.get(numbering.abstractId) ?? []
      counters.set(numbering.abstractId, counts)
      if (!begun.has(numId)) {
        begun.add(numId)
        for (const [at, start] of numbering.starts) counts[at] = start - 1
      }
      const startOf = (at: number): number => levelOf(numbering, at)?.start ?? 1
      const value = (counts[index] ?? startOf(index) - 1) + 1
      counts[index] = value
      for (let at = index + 1; at < counts.length; at += 1) if (!levelOf(numbering, at)?.restartsNever) counts[at] = undefined
      if (level.format === 'bullet') return { label: '', value, level: index, bullet: true, ...boxes[level.text] }
      const label = level.text.replace(/%(\d)/g, (_, digit: string) => {
        const at = Number(digit) - 1
        const format = levelOf(numbering, at)?.format ?? 'decimal'
        return formatNumber(counts[at] ?? startOf(at), level.legal ? 'decimal' : format)
      }).trim()
      if (label === '') return undefined
      const top = levelOf(numbering, 0)
      const isChinese = top !== undefined && isChineseLevel(top, 0) && isChineseLevel(level, index)
      return { label, value, level: index, bullet: false, ...(isChinese ? { scheme: 'chinese' as const } : {}) }
    },
  }
}
