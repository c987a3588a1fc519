/** Figures as sheets of typed cells. Of restricted records they say the number, never the title; of restricted adoptions only how many there are. */
import type { RecordRow } from '#shared/contract/records'
import type { BenefitFigure, CitedRecord, Conversion, Coverage, Figure, Overdue, Replication } from '#shared/contract/statistics'
import type { Language } from '#shared/model/language'
import { fileNameOf } from '#shared/text/fileName'
import type { Sheet, SheetCell } from '../../documents/writers/xlsx/workbook'
import type { Catalog } from '../../store/catalog/catalog'
import { dayOf } from '../days'
import { figureWords, type FigureWords } from './words.data'

export type FigureRows = { figure: 'coverage'; rows: Coverage } | { figure: 'replication'; rows: Replication[] } | { figure: 'benefits'; rows: BenefitFigure[] }
  | { figure: 'conversion'; rows: Conversion[] } | { figure: 'citations'; rows: CitedRecord[] } | { figure: 'overdue'; rows: Overdue }

/** The title of a record as it may leave. */
export type Titles = (id: string, title: string) => string

export const titlesFor = (catalog: Catalog, language: Language): Titles =>
  (id, title) => (catalog.entry(id)?.confidentiality === 'restricted' ? figureWords[language].restricted : title)

export const figureName = (figure: Figure, language: Language): string => fileNameOf(figureWords[language].figures[figure], figure, 'xlsx')

const text = (value: string): SheetCell => ({ kind: 'text', text: value })
const number = (value: number): SheetCell => ({ kind: 'number', number: value })
const count = (value: number): SheetCell => ({ kind: 'number', number: value, digits: 0 })
/** A month or a year alone is no day: it stays as it is written. */
const date = (value: string): SheetCell => (value.length === 10 ? { kind: 'date', date: value } : text(value))

interface Column<T> { title: string; width: number; cell: (row: T) => SheetCell }

const sheet = <T>(name: string, rows: readonly T[], columns: readonly Column<T>[]): Sheet =>
  ({ name, head: columns.map(({ title }) => title), widths: columns.map(({ width }) => width), rows: rows.map((row) => columns.map(({ cell }) => cell(row))) })

const coverageSheets = ({ products, cells, units }: Coverage, { figures, columns, states }: FigureWords, titles: Titles): Sheet[] => {
  const byId = new Map(products.map((product) => [product.id, product]))
  const titleOf = (id: string): string => titles(id, byId.get(id)?.title ?? '')
  const places = new Map(units.map(({ name }, place) => [name, place]))
  const sorted = [...cells].sort((a, b) => (places.get(a.unit) ?? 0) - (places.get(b.unit) ?? 0))
  return [
    sheet(figures.coverage, sorted, [
      { title: columns.unit, width: 24, cell: ({ unit }) => text(unit) }, { title: columns.number, width: 20, cell: ({ productId }) => text(byId.get(productId)?.number ?? '') },
      { title: columns.product, width: 36, cell: ({ productId }) => text(titleOf(productId)) },
      { title: columns.done, width: 14, cell: ({ done }) => count(done) }, { title: columns.of, width: 14, cell: ({ of }) => count(of) },
      { title: columns.state, width: 14, cell: ({ state }) => text(state === null ? '' : states[state]) },
    ]),
    sheet(columns.product, products, [
      { title: columns.number, width: 20, cell: (row) => text(row.number) }, { title: columns.product, width: 36, cell: ({ id }) => text(titleOf(id)) },
      { title: columns.edition, width: 8, cell: ({ edition }) => count(edition) }, { title: columns.done, width: 14, cell: ({ done }) => count(done) }, { title: columns.of, width: 14, cell: ({ of }) => count(of) },
    ]),
  ]
}

const replicationSheet = (rows: readonly Replication[], { figures, columns }: FigureWords, titles: Titles): Sheet => sheet(figures.replication, rows, [
  { title: columns.product, width: 36, cell: ({ productId, title }) => text(titles(productId, title)) }, { title: columns.edition, width: 8, cell: ({ edition }) => count(edition) },
  { title: columns.releasedAt, width: 12, cell: ({ releasedAt }) => date(dayOf(Date.parse(releasedAt))) }, { title: columns.firstDone, width: 12, cell: ({ firstDone }) => date(firstDone ?? '') },
  { title: columns.days, width: 12, cell: ({ days }) => (days === null ? text('') : count(days)) }, { title: columns.done, width: 14, cell: ({ ids }) => count(ids.length) },
])

const benefitSheet = (rows: readonly BenefitFigure[], { figures, columns }: FigureWords): Sheet => sheet(figures.benefits, rows, [
  { title: columns.unit, width: 24, cell: ({ unit }) => text(unit) }, { title: columns.year, width: 8, cell: ({ year }) => (year === null ? text('') : count(year)) },
  { title: columns.measure, width: 12, cell: ({ measure }) => text(measure) }, { title: columns.verified, width: 14, cell: ({ verified }) => number(verified) },
  { title: columns.unverified, width: 14, cell: ({ unverified }) => number(unverified) },
])

const conversionSheet = (rows: readonly Conversion[], { figures, columns, types }: FigureWords): Sheet => sheet(figures.conversion, rows, [
  { title: columns.month, width: 10, cell: ({ month }) => text(month) }, { title: columns.type, width: 10, cell: ({ type }) => text(types[type]) },
  { title: columns.total, width: 10, cell: ({ total }) => count(total) }, { title: columns.converted, width: 10, cell: ({ converted }) => count(converted) },
])

const citationSheet = (rows: readonly CitedRecord[], { figures, columns }: FigureWords, titles: Titles): Sheet => sheet(figures.citations, rows, [
  { title: columns.number, width: 20, cell: ({ row }) => text(row.number) }, { title: columns.title, width: 36, cell: ({ row: { id, title } }) => text(titles(id, title)) },
  { title: columns.unit, width: 24, cell: ({ row: { unit } }) => text(unit) }, { title: columns.cited, width: 14, cell: ({ cited }) => count(cited) }, { title: columns.reused, width: 14, cell: ({ reused }) => count(reused) },
])

const overdueSheet = (name: string, rows: readonly { row: RecordRow; day: string }[], { columns }: FigureWords, titles: Titles): Sheet => sheet(name, rows, [
  { title: columns.number, width: 20, cell: ({ row }) => text(row.number) }, { title: columns.title, width: 40, cell: ({ row: { id, title } }) => text(titles(id, title)) },
  { title: columns.unit, width: 24, cell: ({ row: { unit } }) => text(unit) }, { title: columns.day, width: 12, cell: ({ day }) => date(day) },
])

const sheetsOfFigure = (figure: FigureRows, titles: Titles, words: FigureWords): Sheet[] => {
  switch (figure.figure) {
    case 'coverage': return coverageSheets(figure.rows, words, titles)
    case 'replication': return [replicationSheet(figure.rows, words, titles)]
    case 'benefits': return [benefitSheet(figure.rows, words)]
    case 'conversion': return [conversionSheet(figure.rows, words)]
    case 'citations': return [citationSheet(figure.rows, words, titles)]
    case 'overdue': return [overdueSheet(words.reviews, figure.rows.reviews, words, titles), overdueSheet(words.adoptions, figure.rows.adoptions, words, titles)]
  }
}

/** `leftOut` restricted adoptions are not in it, which each sheet that counts adoptions says below its rows. */
export const sheetsOf = (figure: FigureRows, titles: Titles, leftOut: number, language: Language): Sheet[] => {
  const words = figureWords[language]
  const sheets = sheetsOfFigure(figure, titles, words)
  if (leftOut === 0 || figure.figure === 'conversion') return sheets
  return sheets.map((each) => (each.name === words.reviews ? each : { ...each, rows: [...each.rows, [text(words.leftOut(leftOut))]] }))
}
