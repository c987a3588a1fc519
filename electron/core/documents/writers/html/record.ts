/** A record as an HTML fragment to be read: its facts, fields, sections, results, notes and attachments. Safe whatever it says. */
import type { RecordContent } from '#shared/model/record'
import { withForm } from '../../plan/form'
import { fieldForm, withRowsFields } from '../../plan/fields'
import { labelsByLanguage } from '../../plan/labels.data'
import { withResults } from '../../plan/results'
import { writtenDate } from '../../plan/writtenDate'
import { blocksHtml } from './blocks'
import type { HtmlContext } from './context'
import { escapeHtml, ours } from './escape'

export interface HtmlSource extends Pick<HtmlContext, 'attachmentAddress' | 'recordAddress'> {
  content: RecordContent
  /** As `library.json` has them. */
  customFields: readonly unknown[]
}

const confidentialities = { public: ours('公开', 'Public'), internal: ours('内部', 'Internal'), restricted: ours('受控', 'Restricted') }

const factsHtml = ({ number, unit, team, authors, field, place, date, confidentiality, tags }: RecordContent): string => {
  const facts: readonly (readonly [string, string])[] = [
    [ours('编号', 'Number'), escapeHtml(number)], [ours('单位', 'Unit'), escapeHtml(unit)], [ours('班组', 'Team'), escapeHtml(team)],
    [ours('作者', 'Authors'), escapeHtml(authors.join('、'))], [ours('专业', 'Field'), escapeHtml(field)], [ours('地点', 'Place'), escapeHtml(place)],
    [ours('日期', 'Date'), escapeHtml(writtenDate(date, 'zh-CN'))], [ours('密级', 'Confidentiality'), confidentialities[confidentiality]], [ours('标签', 'Tags'), escapeHtml(tags.join('、'))],
  ]
  return `<dl class="facts">${facts.flatMap(([name, value]) => (value === '' ? [] : [`<div><dt>${name}</dt><dd>${value}</dd></div>`])).join('')}</dl>`
}

const attachmentsHtml = ({ attachments }: RecordContent, { attachmentAddress }: HtmlContext): string => {
  if (attachments.length === 0) return ''
  const items = attachments.map(({ sha256, name }) => {
    const address = attachmentAddress(sha256)
    if (address === undefined) return `<li>${escapeHtml(name)} <span class="gone">${ours('不在包里', 'not in the package')}</span></li>`
    return `<li><a href="${escapeHtml(address)}" download="${escapeHtml(name)}">${escapeHtml(name)}</a></li>`
  })
  return `<section><h2>${ours('附件', 'Attachments')}</h2><ul class="files">${items.join('')}</ul></section>`
}

export const recordHtml = ({ content, customFields, attachmentAddress, recordAddress }: HtmlSource): string => {
  const context: HtmlContext = { attachmentAddress, recordAddress, notes: [], pictureAttribute: 'src', say: ours }
  const language = 'zh-CN'
  const body = withRowsFields(withForm(withResults(content, labelsByLanguage[language]), content, language), content, customFields, language)
  const form = fieldForm(content, customFields, language, 640)
  const sections = [
    blocksHtml(body.preamble, context),
    ...body.sections.map(({ title, blocks }) => `<section><h2>${escapeHtml(title)}</h2>${blocksHtml(blocks, context)}</section>`),
  ]
  return [
    `<h1>${escapeHtml(content.title)}</h1>`, factsHtml(content),
    content.summary.trim() === '' ? '' : `<p class="summary">${escapeHtml(content.summary)}</p>`,
    form ? blocksHtml([form], context) : '', ...sections,
    context.notes.length === 0 ? '' : `<section><h2>${ours('注释', 'Notes')}</h2><ol class="notes">${context.notes.map((note) => `<li>${note}</li>`).join('')}</ol></section>`,
    attachmentsHtml(content, context),
  ].join('')
}
