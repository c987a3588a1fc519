/** What is asked of an export that cannot be: a part that the record or the form does not have, a file that ends as another form does. */
import type { Language } from '#shared/model/language'
import type { RecordFile } from '#shared/model/record'
import type { RecordType } from '#shared/model/recordTypes'
import { cliTexts, fill } from './texts.data'

export const exportForms = ['word', 'slides', 'web', 'markdown', 'excel'] as const
type ExportForm = (typeof exportForms)[number]

export const editionParts = ['workPackage', 'checklist', 'poster'] as const
export const meetingParts = ['handbook', 'signIn', 'feedbackForm'] as const
export const exportParts = [...editionParts, ...meetingParts] as const
type ExportPart = (typeof exportParts)[number]

export interface Asked { form: ExportForm; part?: ExportPart; out?: string }

export const extensions = { word: 'docx', slides: 'pptx', web: 'html', excel: 'xlsx' } as const

/** The whole is told in any form; a sheet to be filled or hung up is not shown on slides, one to be signed on no page. */
const formsOf: Readonly<Record<ExportPart, readonly ExportForm[]>> = {
  workPackage: ['word', 'slides', 'web'], checklist: ['word', 'web'], poster: ['word', 'web'], handbook: ['word', 'slides', 'web'], signIn: ['word'], feedbackForm: ['word'],
}

/** A last word that ends as a file does is where to write to. */
export const isFile = (word: string): boolean => /\.(?:docx?|pptx?|html?|xlsx?|pdf)$/i.test(word)

/** Undefined where `out` ends as its form does, or is not given. */
export const outProblem = ({ form, out }: Asked, language: Language): string | undefined => {
  const texts = cliTexts[language].export
  if (out === undefined) return undefined
  if (form === 'markdown') return isFile(out) ? fill(texts.notAFile, { path: out }) : undefined
  const endings = form === 'web' ? ['.html', '.htm'] : [`.${extensions[form]}`]
  return endings.some((ending) => out.toLowerCase().endsWith(ending)) ? undefined : fill(texts.wrongEnding, { form, ending: endings[0] ?? '', path: out })
}

/** Undefined where the part is one of the record's type and of the form. */
export const partProblem = ({ form, part }: Asked, records: readonly RecordFile[], language: Language): string | undefined => {
  const texts = cliTexts[language].export
  if (part === undefined) return undefined
  const forms = formsOf[part]
  if (!forms.includes(form)) return fill(texts.partOfForm, { part, form, forms: forms.join(language === 'en' ? ', ' : '、') })
  const [first] = records
  if (!first || records.length > 1) return fill(texts.partOfOne, { part, count: records.length })
  const { type, title, number } = first.content
  const wanted: RecordType = meetingParts.some((each) => each === part) ? 'meeting' : 'product'
  return type === wanted ? undefined : fill(texts.partOfType, { part, type: texts.types[wanted], title, number, own: texts.types[type] })
}

/** A list has the columns of one type: undefined where all records are of one, or no list is made. */
export const sameTypeProblem = ({ form }: Asked, records: readonly RecordFile[], language: Language): string | undefined => {
  const texts = cliTexts[language].export
  const [first] = records
  const other = form === 'excel' && first ? records.find(({ content }) => content.type !== first.content.type) : undefined
  if (!first || !other) return undefined
  return fill(texts.oneType, { first: first.content.number, firstType: texts.types[first.content.type], other: other.content.number, otherType: texts.types[other.content.type] })
}
