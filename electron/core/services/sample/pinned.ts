/** JSON of the sample in which what cites a record, or has it as its source, says at which revision: the one in which the sample has it. */
import type { RecordFile } from '#shared/model/record'

const isObject = (node: unknown): node is Record<string, unknown> => typeof node === 'object' && node !== null && !Array.isArray(node)

export const pinned = (node: unknown, heads: ReadonlyMap<string, RecordFile>): unknown => {
  if (Array.isArray(node)) return node.map((each) => pinned(each, heads))
  if (!isObject(node)) return node
  const inside = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, pinned(value, heads)]))
  if (node.relation === 'derivedFrom') return { ...inside, revisionId: heads.get(String(node.to))?.revision.id }
  const cited = node.type === 'recordLink' ? undefined : heads.get(String(node.recordId))
  if (!cited) return inside
  const { revision: { id: revisionId, at }, content: { type, number, title } } = cited
  return { ...inside, revisionId, at, type, number, title }
}
