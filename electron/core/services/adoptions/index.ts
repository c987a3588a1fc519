/** Adoptions: planning them, how they stand, what is due, and which of them others have not got yet. */
import type { AdoptedEdition, AdoptionRow, ProductAdoptions, Reportable } from '#shared/contract/adoptions'
import { AppError, isAppError } from '#shared/contract/errors'
import type { EditionSummary } from '#shared/contract/products'
import type { Edition } from '#shared/model/edition'
import { createTurns } from '../../store/turns'
import type { OperationService } from '../operations'
import type { ProductService } from '../products'
import type { Session, SessionHolder } from '../session'
import type { SettingsService } from '../settings'
import type { AdoptionPicture, AdoptionReader } from './picture'
import { createPlanning, type Planned, type PlanRequest } from './plan'
import { createSenderReader, reportableOf } from './reportable'
import { behindOf, rowOf, targetsOf } from './rows'
import { dueOf, type Adoption } from './standings'

export { createProductReader, type EditionFact, type ProductFacts } from './editionFacts'
export { createAdoptionReader, type AdoptionPicture, type AdoptionReader } from './picture'
export { grouped } from './grouped'
export { byAdopter } from './rows'
export { counts, dueOf, isTakenUp, stateOf, tellingOf, type Adoption } from './standings'
export { unitsOfTargets, type UnitTree } from './units'
export { adoptionTitles } from './words.data'

export interface AdoptionService {
  list: () => Promise<AdoptionRow[]>
  ofProduct: (id: string) => Promise<ProductAdoptions>
  of: (id: string) => Promise<AdoptedEdition>
  plan: (request: PlanRequest) => Promise<Planned>
  reportable: () => Promise<Reportable[]>
}

interface Parts { reader: AdoptionReader; products: Pick<ProductService, 'editions' | 'edition'>; operations: OperationService; settings: SettingsService; sessions: SessionHolder; now: () => number }

const byPlannedDate = ({ facts: a }: Adoption, { facts: b }: Adoption): number => (a.plannedDate === b.plannedDate ? 0 : a.plannedDate > b.plannedDate ? -1 : 1)

/** What counts and is due by a day, the longest due first; nobody need take up what was retired. */
export const dueBy = ({ adoptions }: Pick<AdoptionPicture, 'adoptions'>, day: string): Adoption[] => adoptions
  .flatMap((adoption) => {
    const due = dueOf(adoption.facts)
    return adoption.countedBy === null && adoption.standing !== 'retired' && due !== '' && due <= day ? [{ adoption, due }] : []
  })
  .sort((a, b) => (a.due === b.due ? 0 : a.due < b.due ? -1 : 1)).map(({ adoption }) => adoption)

export const createAdoptionService = ({ reader, products, operations, settings, sessions, now }: Parts): AdoptionService => {
  const turns = createTurns()
  const planned = createPlanning({ reader, operations, settings, now })
  const readSenders = createSenderReader()

  /** What an adoption takes up, to be read; none where it is not here or can't be read. */
  const editionIfHere = async (recordId: string, seal: string): Promise<Edition | null> => products.edition(recordId, seal).catch((error: unknown) => {
    if (!isAppError(error)) throw error
    return null
  })

  const inForceOf = ({ products: known }: AdoptionPicture, id: string, summaries: readonly EditionSummary[]): EditionSummary | null =>
    summaries.find(({ seal }) => seal === known.get(id)?.inForce?.seal) ?? null

  const adoptionOf = async (session: Session, id: string): Promise<{ adoption: Adoption; picture: AdoptionPicture }> => {
    const picture = await reader.ofAdoption(session, id)
    const adoption = picture.adoptions.find(({ facts }) => facts.row.id === id)
    if (!adoption) throw new AppError('not_found', { kind: 'record', id })
    return { adoption, picture }
  }

  return {
    list: async () => {
      const session = sessions.required()
      const picture = await reader.all(session)
      return [...picture.adoptions].sort(byPlannedDate).map((adoption) => rowOf(session, adoption))
    },
    ofProduct: async (id) => {
      const session = sessions.required()
      const picture = await reader.ofProduct(session, id)
      const product = picture.products.get(id)
      if (!product) throw new AppError('not_found', { kind: 'record', id })
      return {
        adoptions: [...picture.adoptions].sort(byPlannedDate).map((adoption) => rowOf(session, adoption)), targets: targetsOf(session, picture, product.targets),
        behind: behindOf(picture.adoptions).map(({ adopter }) => adopter), current: inForceOf(picture, id, await products.editions(id)), next: product.latest + 1,
      }
    },
    of: async (id) => {
      const session = sessions.required()
      const { adoption, picture } = await adoptionOf(session, id)
      const { product, edition, facts: { productId } } = adoption
      const summaries = product && productId !== null ? await products.editions(productId) : []
      return {
        adoption: rowOf(session, adoption), product: product?.row ?? null, edition: edition && productId !== null ? await editionIfHere(productId, edition.seal) : null,
        summary: summaries.find(({ seal }) => seal === edition?.seal) ?? null, current: productId === null ? null : inForceOf(picture, productId, summaries),
      }
    },
    // Two at once would each see that a unit has none yet.
    plan: async (request) => turns(request.productId, async () => planned(sessions.writable(), request)),
    reportable: async () => {
      const session = sessions.required()
      const { folder, noteDamage } = session
      const picture = await reader.all(session)
      const senders = await readSenders(session, new Set(picture.adoptions.flatMap(({ product }) => product?.row ?? [])))
      const exchanges = await folder.exchanges.list((path, { code, data }) => { noteDamage({ path, failure: { code, data } }) })
      return reportableOf(session, picture, senders, exchanges)
    },
  }
}
