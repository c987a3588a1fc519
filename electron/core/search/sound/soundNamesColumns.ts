/** Names by their sound as columns, and back; and those of several parts as one. */
import type { Column, Columns } from '../part/columns'
import { assembleNames, type SoundNames } from './soundNames'

const asBytes = ({ buffer, byteOffset, byteLength }: Uint16Array): Uint8Array => new Uint8Array(buffer, byteOffset, byteLength)
/** Columns begin at a multiple of 8 bytes. */
const asUnits = ({ buffer, byteOffset, byteLength }: Uint8Array): Uint16Array => new Uint16Array(buffer, byteOffset, byteLength / 2)

export const soundNamesColumns = ({ units, starts, documents, fields }: SoundNames): [string, Column][] =>
  [['soundUnits', asBytes(units)], ['soundStarts', starts], ['soundDocuments', documents], ['soundFields', fields]]

export const readSoundNames = (columns: Columns): SoundNames => assembleNames({
  units: asUnits(columns.u8('soundUnits')), starts: columns.u32('soundStarts'), documents: columns.u32('soundDocuments'), fields: columns.u8('soundFields'),
})

/** The names of a part, and which number each of its documents gets: -1 for one that is left out. */
export interface SoundNamesSource { names: SoundNames; renumbered: Int32Array }

/** Visits the names that are kept, each with the new number of its document. */
const visitKept = (sources: readonly SoundNamesSource[], visit: (names: SoundNames, name: number, document: number) => void): void => {
  for (const { names, renumbered } of sources) {
    for (let name = 0; name < names.documents.length; name += 1) {
      const document = renumbered[names.documents[name] ?? 0] ?? -1
      if (document >= 0) visit(names, name, document)
    }
  }
}

export const mergeSoundNames = (sources: readonly SoundNamesSource[]): SoundNames => {
  const lengths: number[] = []
  visitKept(sources, ({ starts }, name) => lengths.push((starts[name + 1] ?? 0) - (starts[name] ?? 0)))
  const starts = new Uint32Array(lengths.length + 1)
  for (let name = 0; name < lengths.length; name += 1) starts[name + 1] = (starts[name] ?? 0) + (lengths[name] ?? 0)
  const count = lengths.length
  const merged = { units: new Uint16Array(starts[count] ?? 0), starts, documents: new Uint32Array(count), fields: new Uint8Array(count) }
  let next = 0
  visitKept(sources, (names, name, document) => {
    merged.units.set(names.units.subarray(names.starts[name], names.starts[name + 1]), starts[next])
    merged.documents[next] = document
    merged.fields[next] = names.fields[name] ?? 0
    next += 1
  })
  return assembleNames(merged)
}
