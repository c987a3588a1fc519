/** What a page begins with: what the document is, of a meeting its agenda, and what is in it. */
import type { Language } from '#shared/model/language'
import type { AgendaItem } from '#shared/model/meeting/agenda'
import { daysOf, dayText, timeSpan } from '../../../documents/plan/meeting/agendaTables'
import type { DocumentPart } from '../../../documents/plan/plan'
import { escapeHtml, ours } from '../../../documents/writers/html/escape'
import type { WebEntry } from './entries'

type Cover = Extract<DocumentPart, { kind: 'cover' }>

const fact = (label: string, value: string): string => (value === '' ? '' : `<div><dt>${escapeHtml(label)}</dt><dd>${escapeHtml(value)}</dd></div>`)

const coverHtml = ({ title, subtitle, values, approvals, foot }: Cover): string => [
  `<h1>${escapeHtml(title)}</h1>`, subtitle === '' ? '' : `<p class="subtitle">${escapeHtml(subtitle)}</p>`,
  `<dl class="facts">${values.map(({ label, value }) => fact(label, value)).join('')}${approvals.map(({ label, name, date }) => fact(label, [name, date].filter((each) => each !== '').join('　'))).join('')}</dl>`,
  foot.length === 0 ? '' : `<p class="data">${foot.map(escapeHtml).join('　')}</p>`,
].join('')

const listHtml = (entries: readonly WebEntry[]): string =>
  `<h2>${ours('目录', 'Contents')}</h2><ul>${entries.map(({ id, title }) => `<li><a href="#${id}">${escapeHtml(title)}</a></li>`).join('')}</ul>`

/** Records of the agenda that are in the page are links to them. */
const agendaHtml = (agenda: readonly AgendaItem[], titles: ReadonlyMap<string, string>, language: Language): string => {
  const rowHtml = (item: AgendaItem): string => {
    const records = item.records.flatMap(({ recordId }) => {
      const title = titles.get(recordId)
      return title === undefined ? [] : [`<a href="#${recordId}">${escapeHtml(title)}</a>`]
    })
    const note = item.note === '' ? '' : `<span class="note">${escapeHtml(item.note)}</span>`
    return `<tr><td>${timeSpan(item)}</td><td>${escapeHtml(item.title)}${note}${records.join('')}</td><td>${escapeHtml(item.presenter)}</td><td>${escapeHtml(item.host)}</td></tr>`
  }
  const head = [ours('时间', 'Time'), ours('内容', 'Item'), ours('主讲', 'Presenter'), ours('主持', 'Chair')].map((each) => `<th scope="col">${each}</th>`).join('')
  return daysOf(agenda).map(({ day, items }) =>
    `<h2>${ours('议程', 'Agenda')}${day === '' ? '' : `　${escapeHtml(dayText(day, language))}`}</h2><div class="table agenda" tabindex="0"><table><thead><tr>${head}</tr></thead><tbody>${items.map(rowHtml).join('')}</tbody></table></div>`).join('')
}

/** `agenda` is empty but of a meeting. */
export const aboutHtml = (title: string, parts: readonly DocumentPart[], entries: readonly WebEntry[], agenda: readonly AgendaItem[], language: Language): string => {
  const cover = parts.find((part) => part.kind === 'cover')
  const titles = new Map(entries.flatMap((entry) => (entry.recordId === undefined ? [] : [[entry.recordId, entry.title] as const])))
  return [
    cover ? coverHtml(cover) : `<h1>${escapeHtml(title)}</h1>`, agendaHtml(agenda, titles, language), listHtml(entries),
    `<p class="way">${ours('这一页可在任何电脑的浏览器里打开，不需要网络。', 'This page opens in the browser of any computer, without a network.')}</p>`,
  ].join('')
}
