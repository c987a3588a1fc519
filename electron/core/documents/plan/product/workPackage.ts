/** A product as a standard work package: 范围, 引用文件, 术语, 职责, 前置条件, 流程图, 作业步骤, 验收清单, what is filled in by hand, and each tool of its steps. */
import type { Block, TableBlock } from '#shared/model/body/blocks'
import type { Section } from '#shared/model/body/body'
import { fieldText } from '#shared/model/fields'
import { blockText } from '#shared/model/body/walk'
import { isFilled } from '#shared/model/gates'
import type { Language } from '#shared/model/language'
import { flowChart } from '#shared/model/product/flow'
import { stepsOf } from '#shared/model/product/steps'
import type { RecordContent } from '#shared/model/record'
import { recordTypes } from '#shared/model/recordTypes'
import { heading, paragraph, signatureTable } from '../cells'
import { fieldForm } from '../fields'
import { oneLine } from '../oneLine'
import type { DocumentPart } from '../plan'
import { dataLines, recordParts, type PlanWords } from '../recordPlan'
import { filled, wordsOf } from '../words.data'
import { writtenDate } from '../writtenDate'
import { editionText, type ProductFacts } from './facts'
import { minutesOfAll, stepTable } from './steps'
import { acceptanceTable, changeTable, evaluationTable, fieldTable, prerequisiteTable, sourceTable } from './tables'

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')

const tables = (...all: readonly (TableBlock | undefined)[]): Block[] => all.flatMap((each) => each ?? [])

const sectionOf = ({ body }: RecordContent, key: string): Section | undefined => body.sections.find((section) => section.key === key && isFilled(section))

export const workPackageCover = ({ content, number, releasedAt }: ProductFacts, language: Language): DocumentPart => {
  const words = wordsOf(language)
  const { fields } = content
  const signed = (label: string, name: unknown, date: unknown) => ({ label, name: text(name), date: writtenDate(text(date), language) })
  const numberLabel = language === 'zh-CN' ? '编号' : 'Number'
  return {
    kind: 'cover', title: oneLine(content.title), subtitle: words.workPackage,
    values: [{ label: numberLabel, value: content.number }, { label: words.edition, value: editionText({ number }, language) }, ...number === null ? [] : [{ label: words.released, value: writtenDate(releasedAt.slice(0, 10), language) }]],
    approvals: [signed(words.prepared, fields.preparedBy, fields.preparedOn), signed(words.reviewed, fields.reviewedBy, fields.reviewedOn), signed(words.approved, fields.approvedBy, fields.approvedOn)],
    foot: [oneLine(content.unit), writtenDate(number === null ? content.date : releasedAt.slice(0, 10), language)].filter((line) => line !== ''),
  }
}

/** Which units are to take it up, and whether they must. */
const promotionLines = ({ fields }: RecordContent, language: Language): Block[] => {
  const words = wordsOf(language)
  return (['policy', 'targets'] as const).flatMap((key) => {
    const field = recordTypes.product.fields.find((each) => each.key === key)
    const said = field ? fieldText(field, fields[key], language).replaceAll('　', '、') : ''
    return said === '' ? [] : [paragraph(`${key === 'policy' ? words.promotion : words.targets}${language === 'zh-CN' ? '：' : ': '}${said}${language === 'zh-CN' ? '。' : ''}`)]
  })
}

interface Chapter { key: string | null; title: string; blocks: readonly Block[] }

/** Its chapters, but those with something drawn or to be filled in; one that says nothing is left out. */
const chaptersOf = (facts: ProductFacts, { language, customFields }: PlanWords): { before: Chapter[]; after: Chapter[] } => {
  const { content, tools } = facts
  const { fields, body } = content
  const words = wordsOf(language)
  const written = (key: string): readonly Block[] => sectionOf(content, key)?.blocks ?? []
  const titleOf = (key: string, fallback: string): string => oneLine(sectionOf(content, key)?.title ?? '') || fallback
  const steps = stepsOf(fields)
  const minutes = minutesOfAll(steps)
  const titles = new Map(tools.map((tool) => [tool.id, tool.content.title]))
  const outOfScope = text(fields.outOfScope)
  const sources = sourceTable(facts, language)
  const roles = fieldTable('roles', fields, language, [150, 110, 110, 110, 110], words.rolesCaption)
  const prerequisites = prerequisiteTable(fields, language)
  // What the library adds to products; its own fields have places of their own.
  const added = fieldForm({ ...content, fields: {} }, customFields, language, 600)
  const before: Chapter[] = [
    { key: 'aim', title: titleOf('aim', words.aim), blocks: written('aim') },
    { key: 'scope', title: titleOf('scope', words.scope), blocks: [...written('scope'), ...promotionLines(content, language), ...tables(added), ...outOfScope === '' ? [] : [heading(1, words.outOfScope), ...outOfScope.split('\n').map(paragraph)]] },
    { key: 'references', title: titleOf('references', words.references), blocks: [...written('references'), ...sources ? [paragraph(words.sources), sources] : []] },
    { key: 'terms', title: titleOf('terms', words.terms), blocks: written('terms') },
    { key: 'responsibilities', title: titleOf('responsibilities', words.responsibilities), blocks: [...written('responsibilities'), ...roles ? [roles, paragraph(words.rolesNote)] : []] },
    { key: null, title: words.prerequisites, blocks: prerequisites ? [paragraph(words.prerequisitesLead), prerequisites] : [] },
    { key: 'process', title: titleOf('process', words.process), blocks: written('process') },
  ]
  const own = body.sections.filter((section) => isFilled(section) && !recordTypes.product.sections.some(({ key }) => key === section.key))
  const after: Chapter[] = [
    { key: null, title: words.steps, blocks: steps.length === 0 ? [] : [...minutes > 0 ? [paragraph(filled(words.total, { minutes }))] : [], stepTable(steps, titles, language)] },
    { key: 'checks', title: words.acceptance, blocks: [...written('checks'), ...tables(acceptanceTable(fields, language))] },
    { key: null, title: words.indicators, blocks: tables(fieldTable('indicators', fields, language, [150, 70, 100, 100, 180])) },
    { key: null, title: words.training, blocks: tables(fieldTable('training', fields, language, [200, 130, 110, 60, 150])) },
    ...own.map(({ title, blocks }) => ({ key: null, title: oneLine(title), blocks })),
  ]
  return { before: before.filter(({ blocks }) => blocks.length > 0), after: after.filter(({ blocks }) => blocks.length > 0) }
}

const letterOf = (index: number): string => String.fromCodePoint(0x41 + index % 26)

/** Characters: a shorter appendix goes on below what stands before it. */
const shortAppendix = 200

const lengthOf = (blocks: readonly Block[]): number => blocks.reduce((sum, block) => sum + (block.type === 'table' || block.type === 'image' ? shortAppendix : blockText(block).length), 0)

/**
 * The record's own appendix, then each tool on a page of its own, with its form to be filled in; of a tool among `chapters` where it is. What is
 * below their titles is no matter of the contents.
 */
const appendices = ({ content, tools }: ProductFacts, words: PlanWords, level: number, chapters: ReadonlySet<string>): DocumentPart[] => {
  const { language } = words
  const { appendix, appendixOf, inChapter } = wordsOf(language)
  const own = sectionOf(content, 'appendix')
  return [
    ...own ? [{ kind: 'section' as const, level, key: 'appendix', title: oneLine(own.title) || appendix, isNumbered: false, newPage: lengthOf(own.blocks) >= shortAppendix, blocks: own.blocks }] : [],
    ...tools.flatMap((tool, index): DocumentPart[] => {
      const title = filled(appendixOf, { letter: letterOf(index), title: oneLine(tool.content.title) })
      if (chapters.has(tool.id)) return [{ kind: 'section', level, key: null, title, isNumbered: false, newPage: false, blocks: [paragraph(filled(inChapter, { title: oneLine(tool.content.title) }))] }]
      const [, ...parts] = recordParts(tool, words, level + 1, false)
      return [
        { kind: 'section', level, key: null, title, isNumbered: false, newPage: true, blocks: dataLines(tool.content, language).map(paragraph) },
        ...parts.map((part) => (part.kind === 'section' ? { ...part, isNumbered: false } : part)).filter((part) => part.kind !== 'section' || isFilled(part)),
      ]
    }),
  ]
}

/** Its chapters at `level`, without cover and contents: in a handbook they stand below the head of the product. `chapters` are tools that stand elsewhere in the document. */
export const workPackageChapters = (facts: ProductFacts, words: PlanWords, level: number, chapters: ReadonlySet<string> = new Set()): DocumentPart[] => {
  const { language } = words
  const named = wordsOf(language)
  const { before, after } = chaptersOf(facts, words)
  const steps = stepsOf(facts.content.fields)
  const part = ({ key, title, blocks }: Chapter): DocumentPart => ({ kind: 'section', level, key, title, isNumbered: true, newPage: false, blocks: [...blocks] })
  const flow: DocumentPart[] = steps.length < 2 ? [] : [
    part({ key: null, title: named.flow, blocks: [paragraph(named.flowLead)] }),
    { kind: 'flow', chart: flowChart(facts.content.fields, { start: named.start, end: named.end }), caption: named.flowCaption },
  ]
  return [
    ...facts.content.body.preamble.length > 0 ? [{ kind: 'section' as const, level, key: null, title: '', isNumbered: true, newPage: false, blocks: facts.content.body.preamble }] : [],
    ...before.map(part), ...flow, ...after.map(part),
    part({ key: null, title: named.evaluation, blocks: [paragraph(named.evaluationLead)] }),
    { kind: 'blank', table: evaluationTable(steps, language), rowHeight: 11 },
    { kind: 'blank', table: signatureTable([named.usedBy, named.evaluator, named.evaluatedOn]), rowHeight: 11 },
    ...appendices(facts, words, level, chapters),
  ]
}

/** The whole document. */
export const workPackageParts = (facts: ProductFacts, words: PlanWords): DocumentPart[] => {
  const { language } = words
  const named = wordsOf(language)
  const [first, ...rest] = workPackageChapters(facts, words, 1)
  const changes: DocumentPart[] = facts.editions.length === 0 ? [] : [{ kind: 'section', level: 1, key: null, title: named.changeRecord, isNumbered: false, newPage: true, blocks: [changeTable(facts.editions, language)] }]
  return [
    workPackageCover(facts, language), ...changes, { kind: 'contents', title: named.contents, depth: 2 },
    ...first ? [first.kind === 'section' ? { ...first, newPage: true } : first] : [], ...rest,
  ]
}
