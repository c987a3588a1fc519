/** Which texts the forms in a masked content stood for: where that is certain, and where it is not. */
import type { RecordContent } from '../record'
import type { Replacement } from './sensitive'
import { visitTexts, type TextPlace } from './texts'

/** What was put in place of a text. */
export interface Mask { text: string; by: string }

/** What a form stood for, null where that is not certain. */
type Meanings = ReadonlyMap<string, string | null>

const separator = '\n'

/** The texts of each unit, and of all. */
const textsByUnit = (content: RecordContent): Map<string, string> => {
  const texts = new Map<string, string>()
  visitTexts(content, (text, { unit }) => texts.set(unit, (texts.get(unit) ?? '') + separator + text))
  return texts
}

const byForm = (masks: readonly Mask[]): Map<string, Set<string>> => {
  const texts = new Map<string, Set<string>>()
  for (const { text, by } of masks) texts.set(by, (texts.get(by) ?? new Set()).add(text))
  return texts
}

/** What stood in the original is certain where one text alone may have, and the form did not stand there itself. Undefined where none of its texts did. */
const meaningIn = (original: string, form: string, texts: Iterable<string>): string | null | undefined => {
  const [only, second] = [...texts].filter((text) => original.includes(text))
  return only === undefined ? undefined : second === undefined && !original.includes(form) ? only : null
}

/** Where forms stand in a text; of those that begin alike, the longest. */
const replacementsIn = (text: string, meanings: Meanings): Replacement[] => {
  const forms = [...meanings.keys()].filter((form) => text.includes(form)).sort((a, b) => b.length - a.length)
  const found: Replacement[] = []
  if (forms.length === 0) return found
  for (let start = 0; start < text.length;) {
    const form = forms.find((each) => text.startsWith(each, start))
    const by = form === undefined ? null : meanings.get(form) ?? null
    const end = start + (form?.length ?? 1)
    if (by !== null) found.push({ start, end, by })
    start = end
  }
  return found
}

/**
 * What is to be put back in the texts of the masked content, and of what became of it. A form in the unit that it was put in stands for
 * what stood there; one that came there later, for the one text that it was given for anywhere. A form that could stand for several
 * texts, or that the original has too, is left: in both contents, so that it is never taken for a change.
 */
export const createPutBack = (masked: RecordContent, original: RecordContent, masks: readonly Mask[]): ((text: string, place: TextPlace) => Replacement[]) => {
  const [forms, before, after] = [byForm(masks), textsByUnit(original), textsByUnit(masked)]
  const all = [...before.values()].join(separator)
  const anywhere: Meanings = new Map([...forms].map(([form, texts]) => [form, meaningIn(all, form, texts) ?? null]))
  const known = new Map<string, Meanings>()
  const meaningsIn = (unit: string): Meanings => {
    const [then = '', now = ''] = [before.get(unit), after.get(unit)]
    return new Map([...forms].map(([form, texts]) => {
      const meaning = now.includes(form) ? meaningIn(then, form, texts) : undefined
      return [form, meaning === undefined ? anywhere.get(form) ?? null : meaning]
    }))
  }
  const meaningsOf = (unit: string): Meanings => {
    const meanings = known.get(unit) ?? meaningsIn(unit)
    known.set(unit, meanings)
    return meanings
  }
  return (text, { unit }) => (forms.size === 0 ? [] : replacementsIn(text, meaningsOf(unit)))
}
