/** Plans of documents: what is in them, in which order, by what they are made of. */
import type { DocumentLook, DocumentSource } from '#shared/contract/documents'
import type { RevisionFile } from '#shared/model/record'
import { strictestOf } from '../../../packages/manifest'
import { oneLine } from '../../../documents/plan/oneLine'
import type { DocumentPlan } from '../../../documents/plan/plan'
import { markOf, planProperties } from '../../../documents/plan/recordPlan'
import { restrictedAmong } from '../../leaving'
import type { Session } from '../../session'
import type { Gathered } from '../gathered'
import { planEdition } from './editions'
import { picturesOf, titlesOf } from './gathering'
import { presetFor } from './look'
import type { PlannedParts, PlanMeans } from './means'
import { planMeeting } from './meetings'
import { planRecord, planRecords } from './records'

export { readProduct, sealInForce } from './editions'
export { picturesOf, titlesOf } from './gathering'
export type { PlanMeans } from './means'

export interface PlannedDocument extends Gathered { plan: DocumentPlan }

const partsOf = async (session: Session, source: DocumentSource, means: PlanMeans): Promise<PlannedParts> => {
  switch (source.kind) {
    case 'record': return planRecord(session, source.id, means)
    case 'records': return planRecords(session, source.selection, source.title, means)
    case 'edition': return planEdition(session, source, means)
    case 'meeting': return planMeeting(session, source, means)
  }
}

/** The strictest of what it shows; what is quoted counts. */
const markFor = async (session: Session, records: readonly RevisionFile[], language: DocumentPlan['language']): Promise<string> => {
  const shown = records.map(({ content }) => content.confidentiality)
  const confidentiality = strictestOf([...shown, ...(await restrictedAmong(session, records)).map(() => 'restricted' as const)])
  return markOf({ confidentiality }, language)
}

/** Throws `not_found` for a record, an edition or a preset that is not here. */
export const planDocument = async (session: Session, means: PlanMeans, source: DocumentSource, look: DocumentLook): Promise<PlannedDocument> => {
  const library = session.folder.library.current()
  const { language } = library
  const { title, suggestedName, records, contents, about, header, page, ...planned } = await partsOf(session, source, means)
  const chosen = presetFor(library, look, planned.preset, planned.fitting)
  const { preset, parts, warnings: laid = [] } = planned.lay(chosen.preset)
  const warnings = [...planned.warnings, ...chosen.warnings, ...laid]
  const properties = about ? planProperties(about) : { title: oneLine(title), creator: oneLine(library.unit.name), subject: '', keywords: '' }
  const plan: DocumentPlan = {
    language, ...properties, mark: await markFor(session, records, language), header, preset, page, parts, warnings,
    titles: titlesOf(session, contents), pictures: await picturesOf(session, contents),
  }
  return { title, suggestedName, records, warnings, plan }
}
