/** Which products come of which records: by what they refer to now, and by what their editions were made of. */
import type { Catalog } from '../../store/catalog/catalog'
import type { ProductFacts } from '../adoptions'

const takes: ReadonlySet<string> = new Set(['derivedFrom', 'cites', 'uses'])

/** By record, the products of which an edition was made of it. */
export type EditionSources = ReadonlyMap<string, ReadonlySet<string>>

export const editionSources = (products: ReadonlyMap<string, ProductFacts>): EditionSources => {
  const found = new Map<string, Set<string>>()
  for (const [productId, { editions }] of products) for (const { sources } of editions) for (const source of sources) found.set(source, (found.get(source) ?? new Set()).add(productId))
  return found
}

/** The products that come of a record; none of them is the record itself. */
export const productsOf = (catalog: Catalog, sources: EditionSources, id: string): Set<string> => {
  const now = catalog.backlinks(id).flatMap(({ row, relation }) => (row.type === 'product' && takes.has(relation) ? [row.id] : []))
  const found = new Set([...now, ...sources.get(id) ?? []])
  found.delete(id)
  return found
}
