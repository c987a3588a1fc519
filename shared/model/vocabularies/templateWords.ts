/** The words of a library in its templates: the unit that one is for, and what it gives to a record. */
import { z } from 'zod'
import type { TemplateFile } from '../template'
import type { VocabularyKind } from './rows'

const TemplateWords = z.object({ unit: z.string(), field: z.string(), tags: z.array(z.string()) })
type TemplateWords = z.infer<typeof TemplateWords>

/** What a template said before and after its words changed. */
export const TemplateChange = z.looseObject({ id: z.string(), before: TemplateWords, after: TemplateWords })
export type TemplateChange = z.infer<typeof TemplateChange>

export const wordsOfTemplate = ({ unit, content: { field, tags } }: TemplateFile): TemplateWords => ({ unit, field, tags })

const isSame = (a: TemplateWords, b: TemplateWords): boolean => JSON.stringify(TemplateWords.parse(a)) === JSON.stringify(TemplateWords.parse(b))

const withWords = (template: TemplateFile, { unit, field, tags }: TemplateWords): TemplateFile => ({ ...template, unit, content: { ...template.content, field, tags } })

/** The same template where it uses none of the words. */
export const withTemplateWordsReplaced = (kind: VocabularyKind, words: ReadonlySet<string>, into: string) => (template: TemplateFile): TemplateFile => {
  const before = wordsOfTemplate(template)
  const one = (word: string): string => (words.has(word) ? into : word)
  const after = {
    unit: kind === 'units' ? one(before.unit) : before.unit, field: kind === 'fields' ? one(before.field) : before.field,
    tags: kind === 'tags' ? [...new Set(before.tags.map(one))] : before.tags,
  }
  return before.tags.some((tag) => kind === 'tags' && words.has(tag)) || after.unit !== before.unit || after.field !== before.field ? withWords(template, after) : template
}

/** Whether a template is for one of the words or gives one. */
export const templateNames = (template: TemplateFile, kind: VocabularyKind, words: ReadonlySet<string>): boolean => {
  const { unit, field, tags } = wordsOfTemplate(template)
  const said = { units: [unit], fields: [field], tags, people: [] }[kind]
  return said.some((word) => words.has(word))
}

/** As it was before, unless its words were changed since. */
export const takeBackTemplate = (changes: readonly TemplateChange[]) => (template: TemplateFile): TemplateFile => {
  const change = changes.find(({ id }) => id === template.id)
  return change && isSame(wordsOfTemplate(template), change.after) ? withWords(template, change.before) : template
}
