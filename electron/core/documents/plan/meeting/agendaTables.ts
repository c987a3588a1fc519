/** The agenda of a meeting as tables, one for each day. */
import type { Block } from '#shared/model/body/blocks'
import type { Language } from '#shared/model/language'
import { timeText, type AgendaItem } from '#shared/model/meeting/agenda'
import { heading, paragraph, textTable, type TableColumn } from '../cells'
import { wordsOf } from '../words.data'
import { writtenDate } from '../writtenDate'

/** 2026年12月1日（星期二） */
export const dayText = (day: string, language: Language): string => {
  const weekday = wordsOf(language).weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()]
  if (weekday === undefined) return writtenDate(day, language)
  return language === 'zh-CN' ? `${writtenDate(day, language)}（${weekday}）` : `${weekday}, ${day}`
}

export const timeSpan = ({ begins, ends }: Pick<AgendaItem, 'begins' | 'ends'>): string =>
  (begins === null ? '' : ends === null || ends === begins ? timeText(begins) : `${timeText(begins)}–${timeText(ends)}`)

/** In runs of one day; one without a day stands with those before it. */
export const daysOf = (items: readonly AgendaItem[]): { day: string; items: AgendaItem[] }[] => {
  const days: { day: string; items: AgendaItem[] }[] = []
  for (const item of items) {
    const last = days.at(-1)
    if (last && (last.day === item.day || item.day === '')) last.items.push(item)
    else days.push({ day: item.day, items: [item] })
  }
  return days
}

const talkText = ({ title, note }: AgendaItem): string => [title, note].filter((line) => line !== '').join('\n')

/** A heading for each day where there are several. */
export const agendaBlocks = (items: readonly AgendaItem[], language: Language): Block[] => {
  const words = wordsOf(language)
  if (items.length === 0) return [paragraph(words.agendaEmpty)]
  const columns: TableColumn[] = [{ title: words.time, width: 112, isMiddle: true }, { title: words.talk, width: 284 }, { title: words.presenter, width: 100, isMiddle: true }, { title: words.chair, width: 84, isMiddle: true }]
  const days = daysOf(items)
  return days.flatMap(({ day, items: own }) => [
    ...days.length > 1 && day !== '' ? [heading(1, dayText(day, language))] : day === '' ? [] : [paragraph(dayText(day, language))],
    textTable(columns, own.map((item) => [timeSpan(item), talkText(item), item.presenter, item.host])),
  ])
}
