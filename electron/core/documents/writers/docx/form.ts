/** The form of a tool, empty, after its text: what is filled in by hand where there is no computer. */
import { newSection, type Body } from '#shared/model/body/body'
import { formBlocks } from '#shared/model/forms/formBlocks'
import { formOf, formulasOf } from '#shared/model/forms/form'
import type { Language } from '#shared/model/language'
import type { RecordContent } from '#shared/model/record'
import { labelsByLanguage } from './labels.data'

/** The body with a section that holds the form; the body as it is where there is nothing to fill in. */
export const withForm = (body: Body, { type, fields }: Pick<RecordContent, 'type' | 'fields'>, language: Language): Body => {
  const blocks = type === 'tool' ? formBlocks(formOf(fields), formulasOf(fields), language) : []
  return blocks.length === 0 ? body : { ...body, sections: [...body.sections, newSection(null, labelsByLanguage[language].form, blocks)] }
}
