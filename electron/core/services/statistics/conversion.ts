/** Of the cases, experiences and tools of each month, those that a product comes of. */
import type { Conversion } from '#shared/contract/statistics'
import type { Catalog } from '../../store/catalog/catalog'
import type { AdoptionPicture } from '../adoptions'
import { dayOf } from '../days'
import { eachRow } from './eachRow'
import { editionSources, productsOf } from './sources'

/** When an id was made: the first 48 bits of a UUIDv7 are milliseconds since 1970. */
const madeAt = (id: string): number => Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)

const monthOf = (id: string): string => dayOf(madeAt(id)).slice(0, 7)

const isConvertible = (type: string): type is Conversion['type'] => type === 'case' || type === 'experience' || type === 'tool'

export const conversionOf = async (catalog: Catalog, { products }: Pick<AdoptionPicture, 'products'>): Promise<Conversion[]> => {
  const sources = editionSources(products)
  const figures = new Map<string, Conversion>()
  await eachRow(catalog, ({ id, type }) => {
    if (!isConvertible(type)) return
    const month = monthOf(id)
    const figure = figures.get(`${month} ${type}`) ?? { type, month, total: 0, converted: 0, ids: [], convertedIds: [] }
    figure.total += 1
    figure.ids.push(id)
    if (productsOf(catalog, sources, id).size > 0) {
      figure.converted += 1
      figure.convertedIds.push(id)
    }
    figures.set(`${month} ${type}`, figure)
  })
  return [...figures].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, figure]) => figure)
}
