/** Changes to a record's links. Whatever else a link carries, such as the revision that it is pinned to, stays with it. */
import type { Backlink } from '#shared/contract/records'
import { Relation as Relations, type RecordLink } from '#shared/model/record'

export type Relation = RecordLink['relation']

/** An adoption is made with its link to the product, which stays for good. */
export const isLasting = (relation: Relation): boolean => relation === 'adopts'

/** How a link that somebody makes can stand. */
export const choosableRelations: readonly Relation[] = Relations.options.filter((relation) => !isLasting(relation))

export const hasLink = (links: readonly RecordLink[], to: string, relation: Relation): boolean => links.some((link) => link.to === to && link.relation === relation)

/** The same link is not made twice. */
export const withLink = (links: readonly RecordLink[], to: string, relation: Relation): RecordLink[] =>
  hasLink(links, to, relation) ? [...links] : [...links, { to, relation }]

export const withoutLink = (links: readonly RecordLink[], link: RecordLink): RecordLink[] => links.filter((other) => other !== link)

export const withRelation = (links: readonly RecordLink[], link: RecordLink, relation: Relation): RecordLink[] =>
  links.map((other) => (other === link ? { ...other, relation } : other))

export interface LinkingRecord { row: Backlink['row']; relations: Backlink['relation'][] }

/** A record that refers to this one in several ways is one entry with all of them. */
export const linkingRecords = (backlinks: readonly Backlink[]): LinkingRecord[] => {
  const byId = new Map<string, LinkingRecord>()
  for (const { row, relation } of backlinks) {
    const known = byId.get(row.id) ?? { row, relations: [] }
    byId.set(row.id, { row, relations: [...new Set([...known.relations, relation])] })
  }
  return [...byId.values()]
}
