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
import { replicationOf } from './replication'
import { figureName, sheetsOf, titlesFor, type FigureRows } from './sheets'

export interface StatisticsService {
  coverage: () => Promise<Coverage>
  replication: () => Promise<Replication[]>
  benefits: () => Promise<BenefitFigure[]>
  conversion: () => Promise<Conversion[]>
  citations: (limit: number) => Promise<CitedRecord[]>
  overdue: () => Promise<Overdue>
  export: (figure: Figure, to: string | null) => Promise<MadeFile>
}

interface Parts { reader: AdoptionReader; documents: Pick<DocumentPool, 'writeXlsx'>; leaveFigure: LeaveFigure; sessions: SessionHolder; settings: SettingsService }

/** Records in an exported table of citations. */
const mostExported = 500

/** Reviews from the day on which they are due, adoptions after the last day for which they were planned. */
const overdueOf = ({ catalog }: Session, picture: AdoptionPicture): Overdue => ({
  reviews: catalog.due(picture.today),
  adoptions: dueBy(picture, daysLater(picture.today, -1)).map(({ facts: { row, plannedDate } }) => ({ row, day: plannedDate })),
})

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
    overdue: async () => looked((picture, session) => overdueOf(session, picture)),
  }

  const rowsOf = async (figure: Figure): Promise<FigureRows> => {
    switch (figure) {
      case 'coverage': return { figure, rows: await service.coverage() }
      case 'replication': return { figure, rows: await service.replication() }
      case 'benefits': return { figure, rows: await service.benefits() }
      case 'conversion': return { figure, rows: await service.conversion() }
      case 'citations': return { figure, rows: await service.citations(mostExported) }
      case 'overdue': return { figure, rows: await service.overdue() }
    }
  }

  return {
    ...service,
    export: async (figure, to) => {
      const { language } = settings.current()
      const rows = await rowsOf(figure)
      return leaveFigure(to, figureName(figure, language), async ({ catalog }) => documents.writeXlsx(sheetsOf(rows, titlesFor(catalog, language), language)))
    },
  }
}
