/** What others take most from: records that are cited, and units that adopt what comes of them. */
import type { CitedRecord } from '#shared/contract/statistics'
import type { Catalog } from '../../store/catalog/catalog'
import { byAdopter, grouped, isTakenUp, tellingOf, type AdoptionPicture } from '../adoptions'
import { eachRow } from './eachRow'
import { editionSources, productsOf } from './sources'

const cites: ReadonlySet<string> = new Set(['cites', 'derivedFrom', 'uses', 'mentions'])

/** By product, the units that have taken it up. */
const adoptersOf = ({ adoptions }: AdoptionPicture): Map<string, string[]> =>
  new Map([...grouped(adoptions, ({ facts }) => facts.productId ?? '')].map(([productId, all]) => [productId, [...byAdopter(all)].flatMap(([unit, own]) => {
    const telling = tellingOf(own)
    return telling && isTakenUp(telling) ? [unit] : []
  })]))

const byCount = (a: CitedRecord, b: CitedRecord): number => b.cited - a.cited || b.reused - a.reused || (a.row.number + a.row.id < b.row.number + b.row.id ? -1 : 1)

export const citationsOf = async (catalog: Catalog, picture: AdoptionPicture, limit: number): Promise<CitedRecord[]> => {
  const sources = editionSources(picture.products)
  const adopters = adoptersOf(picture)
  const cited: CitedRecord[] = []
  await eachRow(catalog, (row) => {
    const ids = [...new Set(catalog.backlinks(row.id).flatMap((link) => (cites.has(link.relation) ? [link.row.id] : [])))]
    const reused = new Set([...productsOf(catalog, sources, row.id)].flatMap((productId) => adopters.get(productId) ?? [])).size
    if (ids.length > 0 || reused > 0) cited.push({ row, cited: ids.length, reused, ids })
  })
  return cited.sort(byCount).slice(0, limit)
}
