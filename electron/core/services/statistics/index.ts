/** Statistics: numbers about products and what they come of, and each of them as an Excel file. */
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { MadeFile } from '#shared/contract/packages'
import type { BenefitFigure, CitedRecord, Conversion, Coverage, Figure, Overdue, Replication } from '#shared/contract/statistics'
import type { DocumentPool } from '../../documents/documentPool'
import { dueBy, type AdoptionPicture, type AdoptionReader } from '../adoptions'
import { daysLater } from '../days'
import type { LeaveFigure } from '../leaving'
import type { Session, SessionHolder } from '../session'
import type { SettingsService } from '../settings'
import { benefitsByUnit } from './benefits'
import { citationsOf } from './citations'
import { conversionOf } from './conversion'
import { coverageOf } from './coverage'
import { leavingOf } from './leavingOf'
import { replicationOf } from './replication'
import { figureName, sheetsOf, titlesFor, type FigureRows } from './sheets'

export interface StatisticsService {
  coverage: () => Promise<Coverage>
  replication: () => Promise<Replication[]>
  benefits: () => Promise<BenefitFigure[]>
  conversion: () => Promise<Conversion[]>
  citations: (limit: number) => Promise<CitedRecord[]>
  /** No more than `limit` of each. */
  overdue: (limit: number) => Promise<Overdue>
  export: (figure: Figure, to: string | null) => Promise<MadeFile>
}

interface Parts { reader: AdoptionReader; documents: Pick<DocumentPool, 'writeXlsx'>; leaveFigure: LeaveFigure; sessions: SessionHolder; settings: SettingsService }

/** Records in an exported table of citations. */
const mostExported = 500

/** Reviews from the day on which they are due, adoptions after the last day for which they were planned. */
const overdueOf = ({ catalog }: Session, picture: AdoptionPicture, limit: number): Overdue => {
  const [reviews, adoptions] = [catalog.due(picture.today), dueBy(picture, daysLater(picture.today, -1))]
  return {
    reviews: reviews.slice(0, limit), adoptions: adoptions.slice(0, limit).map(({ facts: { row, plannedDate } }) => ({ row, day: plannedDate })),
    totals: { reviews: reviews.length, adoptions: adoptions.length },
  }
}

/** Citations look at all records, adoptions among them. */
const withoutRows = (figure: FigureRows, leftOut: ReadonlySet<string>): FigureRows =>
  (figure.figure === 'citations' ? { ...figure, rows: figure.rows.filter(({ row }) => !leftOut.has(row.id)) } : figure)

export const createStatisticsService = ({ reader, documents, leaveFigure, sessions, settings }: Parts): StatisticsService => {
  const looked = async <T>(look: (picture: AdoptionPicture, session: Session) => T | Promise<T>): Promise<T> => {
    const session = sessions.required()
    const figure = await look(await reader.all(session), session)
    // It is checked before it leaves, which takes as long again.
    await nextTurn()
    return figure
  }

  const service: Omit<StatisticsService, 'export'> = {
    coverage: async () => looked(coverageOf),
    replication: async () => looked(replicationOf),
    benefits: async () => looked(benefitsByUnit),
    conversion: async () => looked(async (picture, { catalog }) => conversionOf(catalog, picture)),
    citations: async (limit) => looked(async (picture, { catalog }) => citationsOf(catalog, picture, limit)),
    overdue: async (limit) => looked((picture, session) => overdueOf(session, picture, limit)),
  }

  const rowsOf = async (figure: Figure, picture: AdoptionPicture, session: Session): Promise<FigureRows> => {
    switch (figure) {
      case 'coverage': return { figure, rows: await coverageOf(picture) }
      case 'replication': return { figure, rows: replicationOf(picture) }
      case 'benefits': return { figure, rows: benefitsByUnit(picture) }
      case 'conversion': return { figure, rows: await conversionOf(session.catalog, picture) }
      case 'citations': return { figure, rows: await citationsOf(session.catalog, picture, mostExported) }
      case 'overdue': return { figure, rows: overdueOf(session, picture, Number.MAX_SAFE_INTEGER) }
    }
  }

  return {
    ...service,
    export: async (figure, to) => {
      const { language } = settings.current()
      return leaveFigure(to, figureName(figure, language), async (session) => {
        const { picture, leftOut } = await leavingOf(session, await reader.all(session))
        return documents.writeXlsx(sheetsOf(withoutRows(await rowsOf(figure, picture, session), leftOut), titlesFor(session.catalog, language), leftOut.size, language))
      })
    },
  }
}
