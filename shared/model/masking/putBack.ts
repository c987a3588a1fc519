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

interface FormAt { form: string; start: number }

/** The forms in a text, where they stand; of those that begin alike, the longest. */
const formsIn = (text: string, forms: Iterable<string>): FormAt[] => {
  const here = [...forms].filter((form) => text.includes(form)).sort((a, b) => b.length - a.length)
  const found: FormAt[] = []
  for (let start = 0; here.length > 0 && start < text.length;) {
    const form = here.find((each) => text.startsWith(each, start))
    if (form !== undefined) found.push({ form, start })
    start += form?.length ?? 1
  }
  return found
}

const replacementsIn = (text: string, meanings: Meanings): Replacement[] => formsIn(text, meanings.keys()).flatMap(({ form, start }) => {
  const by = meanings.get(form) ?? null
  return by === null ? [] : [{ start, end: start + form.length, by }]
})

/**
 * What is to be put back in the texts of the masked content, and of what became of it. A form in the unit that it was put in stands for
 * what stood there, if any of its texts did; one that came there later, for the one text that it was given for anywhere. A form that could stand for several
 * texts, or that the original has too, is left: in both contents, so that it is never taken for a change.
 */
export const createPutBack = (masked: RecordContent, original: RecordContent, masks: readonly Mask[]): ((text: string, place: TextPlace) => Replacement[]) => {
  const [forms, before, after] = [byForm(masks), textsByUnit(original), textsByUnit(masked)]
  const all = [...before.values()].join(separator)
  const anywhere: Meanings = new Map([...forms].map(([form, texts]) => [form, meaningIn(all, form, texts) ?? null]))
  const known = new Map<string, Meanings>()
  const meaningsIn = (unit: string): Meanings => {
    const [then = '', now = ''] = [before.get(unit), after.get(unit)]
    const held = new Set(formsIn(now, forms.keys()).map(({ form }) => form))
    return new Map([...forms].map(([form, texts]) => [form, held.has(form) ? meaningIn(then, form, texts) ?? null : anywhere.get(form) ?? null]))
  }
  const meaningsOf = (unit: string): Meanings => {
    const meanings = known.get(unit) ?? meaningsIn(unit)
    known.set(unit, meanings)
    return meanings
  }
  return (text, { unit }) => (forms.size === 0 ? [] : replacementsIn(text, meaningsOf(unit)))
}
