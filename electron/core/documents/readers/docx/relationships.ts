/** Which part a part refers to: the `.rels` files of an OOXML package. */
import type { OfficePackage } from './officePackage'
import { createScanner } from './xmlScanner'

export interface Relationship {
  /** The last part of the type's address (`image`, `hyperlink`), the same for transitional and strict files. */
  type: string
  /** A part's name without a leading slash, or an address where `external`. */
  target: string
  external: boolean
}
export type Relationships = ReadonlyMap<string, Relationship>

const resolvePart = (base: string, target: string): string => {
  if (target.startsWith('/')) return target.slice(1)
  const steps = base.split('/').slice(0, -1)
  for (const step of target.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '.' && step !== '') steps.push(step)
  }
  return steps.join('/')
}

const decodeTarget = (target: string): string => {
  try { return decodeURIComponent(target) } catch { return target }
}

export const relationshipsName = (part: string): string => {
  const slash = part.lastIndexOf('/') + 1
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`
}

/** The relationships of a part by id; of the package itself for the part ''. */
export const readRelationships = async (source: OfficePackage, part: string): Promise<Relationships> => {
  const relationships = new Map<string, Relationship>()
  const xml = await source.xml(relationshipsName(part))
  if (xml === undefined) return relationships
  const scanner = createScanner(xml)
  for (let token = scanner.next(); token; token = scanner.next()) {
    if (token.kind !== 'open' || token.name !== 'Relationship') continue
    const id = scanner.attribute(token, 'Id')
    const target = scanner.attribute(token, 'Target')
    if (id === undefined || target === undefined) continue
    const external = scanner.attribute(token, 'TargetMode')?.toLowerCase() === 'external'
    const raw = external ? target : resolvePart(part, target)
    relationships.set(id, {
      type: (scanner.attribute(token, 'Type') ?? '').split('/').at(-1) ?? '',
      target: external || source.has(raw) ? raw : decodeTarget(raw),
      external,
    })
  }
  return relationships
}

export const firstOfType = (relationships: Relationships, type: string): string | undefined =>
  [...relationships.values()].find((relationship) => relationship.type === type && !relationship.external)?.target
