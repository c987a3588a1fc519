/** The parts of a merge under the heads that they stand under: what the record says of itself, then section by section. */
import type { ThreeWayPart } from '#shared/model/threeWay/parts'

/** `text` holds what concerns the whole text: its order, and what is in no section or block. */
interface PartGroup { id: string; of: 'fields' | 'text' | 'beginning' | 'section'; title: string; parts: ThreeWayPart[] }

const headOf = (part: ThreeWayPart): Omit<PartGroup, 'parts'> => {
  if ('field' in part) return part.field === 'body' ? { id: 'text', of: 'text', title: '' } : { id: 'fields', of: 'fields', title: '' }
  if (part.key === 'body.order') return { id: 'text', of: 'text', title: '' }
  return part.section ? { id: `section ${part.section.id}`, of: 'section', title: part.section.title } : { id: 'beginning', of: 'beginning', title: '' }
}

/** In the order of the parts; a head that comes again is said again. */
export const partGroups = (parts: readonly ThreeWayPart[]): PartGroup[] => {
  const groups: PartGroup[] = []
  for (const part of parts) {
    const head = headOf(part)
    const last = groups.at(-1)
    if (last?.id === head.id) last.parts.push(part)
    else groups.push({ ...head, parts: [part] })
  }
  return groups
}
