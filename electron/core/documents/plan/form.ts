/** The form of a tool, empty, below its instructions: what is filled in by hand where there is no computer. */
import { isKnownBlock, type Block } from '#shared/model/body/blocks'
import { newSection, type Body } from '#shared/model/body/body'
import { formBlocks } from '#shared/model/forms/formBlocks'
import { formOf, formulasOf } from '#shared/model/forms/form'
import { newBlockId } from '#shared/model/ids'
import type { Language } from '#shared/model/language'
import type { RecordContent } from '#shared/model/record'
import { labelsByLanguage } from './labels.data'

const headed = (title: string, blocks: readonly Block[]): Block[] => [
  { type: 'heading', id: newBlockId(), level: 1, inlines: [{ type: 'text', text: title }] },
  ...blocks.map((block): Block => (isKnownBlock(block) && block.type === 'heading' ? { ...block, level: 2 } : block)),
]

/** The body with the form, in a section of its own where there are no instructions; the body as it is where there is nothing to fill in. */
export const withForm = (body: Body, { type, fields }: Pick<RecordContent, 'type' | 'fields'>, language: Language): Body => {
  const blocks = type === 'tool' ? formBlocks(formOf(fields), formulasOf(fields), language) : []
  if (blocks.length === 0) return body
  const title = labelsByLanguage[language].form
  const at = body.sections.findIndex(({ key }) => key === 'instructions')
  return at === -1
    ? { ...body, sections: [...body.sections, newSection(null, title, blocks)] }
    : { ...body, sections: body.sections.map((section, index) => (index === at ? { ...section, blocks: [...section.blocks, ...headed(title, blocks)] } : section)) }
}
