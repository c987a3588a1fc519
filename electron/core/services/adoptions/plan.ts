/** Planning adoptions: one record for each unit that has none of the edition yet, all of them one operation. */
import { AppError } from '#shared/contract/errors'
import { emptyBody } from '#shared/model/body/body'
import { newId } from '#shared/model/ids'
import { RealDate } from '#shared/model/partialDate'
import { EditionNumber, titleLimit, type RecordContent, type RecordFile } from '#shared/model/record'
import { stagesOf } from '#shared/model/recordTypes'
import type { OperationService } from '../operations'
import { isUntouched } from '../products'
import type { Session } from '../session'
import type { SettingsService } from '../settings'
import type { EditionFact, ProductFacts } from './editionFacts'
import type { AdoptionReader } from './picture'
import { editionKey } from './standings'
import { adoptionTitles } from './words.data'

export interface PlanRequest { productId: string; pilot: boolean; units: readonly string[]; plannedDate: string }

export interface Planned { ids: string[]; skipped: string[]; operationId: string | null }

interface Parts { reader: AdoptionReader; operations: OperationService; settings: SettingsService; now: () => number }

/** What all of them take up. */
interface TakenUp { product: RecordFile; edition: number; seal: string | undefined; revisionId: string }

const invalid = (path: string, message: string): AppError => new AppError('invalid', { issues: [{ path, message }] })

const titleOf = ({ product, edition }: TakenUp, unit: string, { folder }: Session, pilot: boolean): string => {
  const name = adoptionTitles[folder.library.current().language][pilot ? 'pilot' : 'adoption']
  const whole = name({ title: product.content.title, edition, unit })
  // The unit tells them apart: a long title gives way to it.
  return whole.length <= titleLimit ? whole : name({ title: `${product.content.title.slice(0, titleLimit - 2 - (whole.length - product.content.title.length))}…`, edition, unit })
}

/** Why nothing is in force to be taken up. */
const noneInForce = ({ isRetired, latest }: ProductFacts): string => {
  if (isRetired) return 'its product was retired'
  return latest === 0 ? 'no edition is in force' : `edition ${String(latest)} is not here as it was released`
}

/** The revision that an edition known to be whole is of. Throws `store_corrupt` where its file was changed, and what reading it throws. */
const releasedRevision = async ({ folder }: Session, recordId: string, { seal, revisionId }: EditionFact): Promise<string> => {
  const edition = await folder.editions.read(recordId, seal)
  if (edition.revision.id !== revisionId || !await isUntouched(edition)) throw new AppError('store_corrupt', { path: folder.paths.edition(recordId, seal), reason: 'not what was sealed' })
  return revisionId
}

/** Throws `not_found` for what is no product, `invalid` where there is no edition in force or the product was retired, `store_corrupt` for an edition that was changed. */
const takenUp = async (session: Session, reader: AdoptionReader, { productId, pilot }: PlanRequest): Promise<TakenUp> => {
  const facts = (await reader.ofProduct(session, productId)).products.get(productId)
  if (!facts) throw new AppError('not_found', { kind: 'record', id: productId })
  if (pilot) {
    if (facts.isRetired) throw invalid('productId', noneInForce(facts))
    if (!EditionNumber.safeParse(facts.latest + 1).success) throw invalid('edition', 'no number is left')
    const product = await session.seal(productId)
    return { product, edition: facts.latest + 1, seal: undefined, revisionId: product.revision.id }
  }
  if (!facts.inForce) throw invalid('productId', noneInForce(facts))
  const { seal, number } = facts.inForce
  const revisionId = await releasedRevision(session, productId, facts.inForce)
  return { product: await session.folder.records.read(productId), edition: number, seal, revisionId }
}

export const createPlanning = ({ reader, operations, settings, now }: Parts) => {
  const contentFor = async (session: Session, unit: string, what: TakenUp, { productId, pilot, plannedDate }: PlanRequest): Promise<RecordContent> => {
    const { id: libraryId, unit: owner } = session.folder.library.current()
    const { edition, seal, revisionId, product } = what
    return {
      type: 'adoption', number: await session.numbering.next('adoption', now()), title: titleOf(what, unit, session, pilot), summary: '', unit, team: '', authors: settings.authors(), contact: '',
      field: product.content.field, tags: [], date: '', place: '', confidentiality: product.content.confidentiality, stage: stagesOf('adoption')[0] ?? 'planned',
      links: [{ to: productId, relation: 'adopts', revisionId }], attachments: [],
      fields: { edition, pilot, ...seal !== undefined && { seal }, ...plannedDate !== '' && { plannedDate } },
      custom: {}, body: emptyBody(), origin: { libraryId, unit: owner.name },
    }
  }

  return async (session: Session, request: PlanRequest): Promise<Planned> => {
    if (!RealDate.safeParse(request.plannedDate).success) throw invalid('plannedDate', 'not a value of this field')
    const what = await takenUp(session, reader, request)
    const { adoptions } = await reader.ofProduct(session, request.productId)
    const having = new Set(adoptions.filter((each) => each.facts.pilot === request.pilot && editionKey(each) === (what.seal ?? String(what.edition))).map(({ adopter }) => adopter))
    const units = [...new Set(request.units)]
    const contents = new Map<string, RecordContent>()
    for (const unit of units) if (!having.has(unit)) contents.set(newId(), await contentFor(session, unit, what, request))
    const { operationId, kept, cancelled } = await operations.createEach('planAdoptions', contents)
    if (cancelled) throw invalid('units', 'stopped before anything was made')
    const failed = new Set(kept.map(({ id }) => id))
    return { ids: [...contents.keys()].filter((id) => !failed.has(id)), skipped: units.filter((unit) => having.has(unit)), operationId }
  }
}
