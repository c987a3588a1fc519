/** All adoptions, or those of one product, as they stand now: what lists, reminders and figures are made of. */
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { RecordRow } from '#shared/contract/records'
import { dayOf } from '../days'
import type { EditionKeys } from '../products'
import type { Session } from '../session'
import { createProductReader, type ProductFacts } from './editionFacts'
import { createFactReader, type AdoptionFacts } from './facts'
import { createMaskedSealReader, type MaskedSeals } from './maskedSeals'
import { countedBy, editionOf, isOverdueOn, standingOf, type Adoption } from './standings'
import { adopterOf, unitTreeOf, type UnitTree } from './units'

/** Adoptions looked at before others have their turn. */
const slice = 1000

/** `adoptions` by their numbers; `today` is the day here. */
export interface AdoptionPicture { adoptions: readonly Adoption[]; products: ReadonlyMap<string, ProductFacts>; tree: UnitTree; today: string }

export interface AdoptionReader {
  /** All adoptions, with the products that they take up and those that have editions. */
  all: (session: Session) => Promise<AdoptionPicture>
  /** The adoptions of one product. */
  ofProduct: (session: Session, productId: string) => Promise<AdoptionPicture>
  /** One adoption, with the others of its product; none where it is not here. */
  ofAdoption: (session: Session, id: string) => Promise<AdoptionPicture>
}

const allRows = async ({ catalog }: Session, type: 'adoption' | 'product'): Promise<RecordRow[]> =>
  (await catalog.list({ type }, { by: 'number', descending: false }, 0, Number.MAX_SAFE_INTEGER)).rows

const byNumber = (a: RecordRow, b: RecordRow): number => (a.number + a.id < b.number + b.id ? -1 : 1)

/** The adoptions that take up a product. */
export const rowsOfProduct = ({ catalog }: Session, productId: string): RecordRow[] =>
  catalog.backlinks(productId).flatMap(({ row, relation }) => (relation === 'adopts' && row.type === 'adoption' ? [row] : [])).sort(byNumber)

export const createAdoptionReader = ({ now, keys }: { now: () => number; keys: EditionKeys }): AdoptionReader => {
  const readFacts = createFactReader()
  const readProducts = createProductReader(keys)
  const readSeals = createMaskedSealReader()

  /** The ledger is only looked at where an adoption names an edition that is not here. */
  const sealsFor = async (session: Session, facts: readonly AdoptionFacts[], products: ReadonlyMap<string, ProductFacts>): Promise<MaskedSeals> => {
    const isUnknown = ({ productId, seal }: AdoptionFacts): boolean => seal !== null && productId !== null && products.get(productId)?.editions.some((each) => each.seal === seal) === false
    return facts.some(isUnknown) ? readSeals(session) : new Map()
  }

  const standing = async (facts: readonly AdoptionFacts[], tree: UnitTree, products: ReadonlyMap<string, ProductFacts>, masked: MaskedSeals, today: string): Promise<Adoption[]> => {
    const placed = facts.map((each) => {
      const product = each.productId === null ? undefined : products.get(each.productId)
      return { facts: each, adopter: adopterOf(tree, each.row), product, edition: product && editionOf(each, product, masked) }
    })
    await nextTurn()
    const others = countedBy(placed)
    await nextTurn()
    const adoptions: Adoption[] = []
    for (const each of placed) {
      const { facts: said, product, edition } = each
      adoptions.push({ ...each, standing: standingOf(said, product, edition), isOverdue: isOverdueOn(said, today), countedBy: others.get(said.row.id) ?? null })
      if (adoptions.length % slice === 0) await nextTurn()
    }
    // What is made of them takes a turn of its own.
    await nextTurn()
    return adoptions
  }

  const picture = async (session: Session, rows: readonly RecordRow[], productIds: readonly string[]): Promise<AdoptionPicture> => {
    const facts = await readFacts(session, rows)
    const products = await readProducts(session, [...productIds, ...facts.flatMap(({ productId }) => productId ?? [])])
    const tree = unitTreeOf(session.folder.library.current())
    const today = dayOf(now())
    return { adoptions: await standing(facts, tree, products, await sealsFor(session, facts, products), today), products, tree, today }
  }

  return {
    all: async (session) => picture(session, await allRows(session, 'adoption'), (await allRows(session, 'product')).flatMap(({ id, edition }) => (edition === null ? [] : [id]))),
    ofProduct: async (session, productId) => picture(session, rowsOfProduct(session, productId), [productId]),
    ofAdoption: async (session, id) => {
      const row = session.catalog.get(id)
      const own = row?.type === 'adoption' ? [row] : []
      const [facts] = await readFacts(session, own)
      const productId = facts?.productId ?? null
      return productId === null ? picture(session, own, []) : picture(session, rowsOfProduct(session, productId), [productId])
    },
  }
}
