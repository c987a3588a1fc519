/** Measured results as charts, those of one unit together so that their scales can be compared; what is no number stands in a table. */
import { filledRowsOf } from '#shared/model/fields'
import type { RecordContent } from '#shared/model/record'
import type { DeckLine, DeckTable } from '#shared/model/slides/deck'
import { besideChart, noLines } from './joining'
import type { SlideLabels } from './labels.data'
import type { Piece, PieceContext } from './pieces'

interface Measured { indicator: string; unit: string; from: string; to: string; remark: string }

/** A number as people write it: 1,200, ４.７, 12%, 30 min where that is the unit. */
const numberOf = (written: string, unit: string): number | undefined => {
  const text = written.normalize('NFKC').replace(/[,\s]/g, '').replace(/−/g, '-')
  const own = unit.normalize('NFKC').replace(/\s/g, '')
  const bare = own !== '' && text.endsWith(own) ? text.slice(0, -own.length) : text.replace(/%$/, '')
  return /^[-+]?\d+(\.\d+)?$/.test(bare) ? Number(bare) : undefined
}

/** More would be too narrow to be told apart. */
const mostBars = 4

const chunks = <T>(all: readonly T[], size: number): T[][] => Array.from({ length: Math.ceil(all.length / size) }, (_, index) => all.slice(index * size, (index + 1) * size))

/** The chart has the names: a short one stands below its bars. */
const line = ({ indicator, unit, from, to }: Measured, arrow: string): DeckLine => ({
  level: 0, mark: '', spans: [{ text: `${indicator}　`, bold: true }, { text: `${from} ${arrow} ` }, { text: `${to}${unit === '' ? '' : `\u00a0${unit}`}`, bold: true, accent: true }],
})

type Chart = Extract<Piece, { kind: 'chart' }>
type Group = [unit: string, items: { item: Measured; values: [number, number] }[]]

const chartPieces = (measured: readonly Measured[], names: readonly [string, string], labels: SlideLabels): Piece[] => {
  const units = new Map<Group[0], Group[1]>()
  for (const item of measured) {
    const values = [numberOf(item.from, item.unit), numberOf(item.to, item.unit)] as const
    if (values[0] === undefined || values[1] === undefined) continue
    const same = units.get(item.unit) ?? []
    same.push({ item, values: [values[0], values[1]] })
    units.set(item.unit, same)
  }
  const drawn = (groups: readonly Group[]): Chart[] => groups.flatMap(([unit, items]) => chunks(items, mostBars).map((part): Chart => ({
    kind: 'chart',
    chart: {
      categories: part.map(({ item }) => item.indicator), unit,
      series: [{ name: names[0], values: part.map(({ values }) => values[0]) }, { name: names[1], values: part.map(({ values }) => values[1]) }],
    },
    lines: part.map(({ item }) => line(item, labels.arrow)), asides: part.flatMap(({ item }) => (item.remark === '' ? [] : [`${item.indicator}${labels.colon}${item.remark}`])),
  })))
  // One pair of bars says no more than its line: it stands beside the bars of others.
  const groups = [...units]
  const compared = groups.some(([, items]) => items.length > 1) ? groups.filter(([, items]) => items.length > 1) : groups.slice(0, 1)
  const charts = drawn(compared)
  const others = drawn(groups.filter((group) => !compared.includes(group)))
  const last = charts.at(-1)
  const both = last && besideChart(last, noLines, { lines: others.flatMap(({ lines }) => lines), asides: others.flatMap(({ asides }) => asides) })
  return both ? [...charts.slice(0, -1), both] : drawn(groups)
}

const isDrawn = ({ from, to, unit }: Measured): boolean => numberOf(from, unit) !== undefined && numberOf(to, unit) !== undefined

const tablePieces = (measured: readonly Measured[], names: readonly [string, string], { labels, warnings }: PieceContext): Piece[] => {
  if (measured.length === 0) return []
  for (const { indicator } of measured) warnings.add('chart_skipped', indicator)
  const cell = (text: string, header = false): DeckTable['rows'][number][number] => ({ text, header, colSpan: 1, rowSpan: 1 })
  const hasRemark = measured.some(({ remark }) => remark !== '')
  const rows = [
    [labels.indicator, labels.measure, ...names, ...(hasRemark ? [labels.remark] : [])].map((text) => cell(text, true)),
    ...measured.map(({ indicator, unit, from, to, remark }) => [indicator, unit, from, to, ...(hasRemark ? [remark] : [])].map((text) => cell(text))),
  ]
  return [{ kind: 'cells', rows, headRows: 1, caption: '' }]
}

const piecesOfMeasured = (measured: readonly Measured[], names: readonly [string, string], context: PieceContext): Piece[] =>
  [...chartPieces(measured, names, context.labels), ...tablePieces(measured.filter((each) => !isDrawn(each)), names, context)]

/** Of a case: before and after. */
export const resultPieces = ({ fields }: Pick<RecordContent, 'fields'>, context: PieceContext): Piece[] => piecesOfMeasured(
  (fields.results ?? []).filter(({ indicator }) => indicator.trim() !== '').map(({ indicator, unit, before, after, note = '' }) => ({ indicator: indicator.trim(), unit: unit.trim(), from: before.trim(), to: after.trim(), remark: note.trim() })),
  [context.labels.before, context.labels.after], context,
)

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')

/** Of a product: as it is and as it shall be. */
export const indicatorPieces = ({ fields }: Pick<RecordContent, 'fields'>, context: PieceContext): Piece[] => piecesOfMeasured(
  filledRowsOf(fields.indicators).map((row) => ({ indicator: text(row.indicator), unit: text(row.unit), from: text(row.baseline), to: text(row.target), remark: text(row.method) })).filter(({ indicator }) => indicator !== ''),
  [context.labels.baseline, context.labels.target], context,
)

