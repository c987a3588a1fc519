/** The report of the pilots as plain text, as it is put on the clipboard. */
import type { AdoptionRow } from '#shared/contract/adoptions'
import { rowsOf } from '#shared/model/fields'
import type { RecordContent } from '#shared/model/record'

/** What a pilot says, line by line; a line without anything to say is left out. */
export interface PilotSaying { id: string; unit: string; lines: { label: string; text: string }[] }

/** Words of the screen. `verdict` of a key, `benefit` of an amount. */
export interface ReportWords {
  label: Readonly<Record<'verdict' | 'dates' | 'differences' | 'benefits' | 'barrier' | 'feedback' | 'rating', string>>
  verdict: (verdict: NonNullable<AdoptionRow['verdict']>) => string
  dates: (planned: string, actual: string) => string
  rating: (rating: number) => string
  difference: (difference: { place: string; standard: string; local: string; reason: string }) => string
  benefit: (benefit: { what: string; amount: string; unit: string; isVerified: boolean }) => string
}

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '')

/** `content` is the record, undefined until it is read. */
export const sayingOf = (pilot: AdoptionRow, unit: string, content: RecordContent | undefined, words: ReportWords): PilotSaying => {
  const { label } = words
  const differences = rowsOf(content?.fields.differences).map(({ place, standard, local, reason }) => ({ place: text(place), standard: text(standard), local: text(local), reason: text(reason) }))
    // A row that says the same as the standard was begun by who meant to write one.
    .filter(({ standard, local, reason }) => standard !== local || reason !== '').map(words.difference)
  const benefits = rowsOf(content?.fields.benefits).map(({ what, amount, unit: measure, verifiedBy }) => words.benefit({ what: text(what), amount: text(amount), unit: text(measure), isVerified: text(verifiedBy) !== '' }))
  const lines = [
    { label: label.verdict, text: pilot.verdict === null ? '' : words.verdict(pilot.verdict) },
    { label: label.dates, text: pilot.plannedDate === '' && pilot.actualDate === '' ? '' : words.dates(pilot.plannedDate, pilot.actualDate) },
    { label: label.differences, text: [...differences, text(content?.fields.localDifferences)].filter((line) => line !== '').join('\n') },
    { label: label.benefits, text: benefits.join('\n') },
    // The row has only the beginning of them.
    { label: label.barrier, text: content ? text(content.fields.barrier) : pilot.barrier }, { label: label.feedback, text: content ? text(content.fields.feedback) : pilot.feedback },
    { label: label.rating, text: pilot.rating === null ? '' : words.rating(pilot.rating) },
  ]
  return { id: pilot.row.id, unit, lines: lines.filter((line) => line.text !== '') }
}

export const plainReport = (title: string, conclusion: { label: string; text: string }, sayings: readonly PilotSaying[]): string => [
  title, ...conclusion.text === '' ? [] : [`${conclusion.label}\n${conclusion.text}`],
  ...sayings.map(({ unit, lines }) => [unit, ...lines.map((line) => `${line.label}：${line.text}`)].join('\n')),
].join('\n\n')
