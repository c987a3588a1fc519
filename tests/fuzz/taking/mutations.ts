/** What may become of a package on its way or in hostile hands: bytes, the zip around the parts, the manifest, the records. */
import { z } from 'zod'
import { hashJson } from '#core/store/canonicalJson'
import { revisionIdOf } from '#core/store/revisions'
import { RevisionFile } from '#shared/model/record'
import type { Random } from '../../support/random'
import type { RawEntry } from '../../support/rawZip'
import { mutateJson } from './mutateJson'
import { entriesOf, hashOf, zipped, type Part } from './unzipped'

export interface Mutation { name: string; bytes: Buffer }

type Mutate = (whole: Buffer, parts: readonly Part[], random: Random) => Buffer

const cut = (bytes: Buffer, random: Random): [number, number] => {
  const from = random.below(bytes.length)
  return [from, Math.min(bytes.length, from + 1 + random.below(64))]
}

/** Nothing is sealed again: what happens on the way. */
const onTheWay: Readonly<Record<string, Mutate>> = {
  flipped: (whole, _parts, random) => {
    const bytes = Buffer.from(whole)
    for (let left = 1 + random.below(4); left > 0; left -= 1) {
      const at = random.below(bytes.length)
      bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << random.below(8)), at)
    }
    return bytes
  },
  shortened: (whole, _parts, random) => whole.subarray(0, random.below(whole.length)),
  leftOut: (whole, _parts, random) => { const [from, to] = cut(whole, random); return Buffer.concat([whole.subarray(0, from), whole.subarray(to)]) },
  doubled: (whole, _parts, random) => { const [from, to] = cut(whole, random); return Buffer.concat([whole.subarray(0, to), whole.subarray(from)]) },
  zeroed: (whole, _parts, random) => { const bytes = Buffer.from(whole); const [from, to] = cut(whole, random); bytes.fill(0, from, to); return bytes },
  longer: (whole, _parts, random) => Buffer.concat([whole, Buffer.alloc(1 + random.below(200), random.below(256))]),
}

const oddNames = [
  '../outside.json', '/outside.json', 'C:\\outside.json', '..\\outside', 'records/../../outside', './manifest.json', 'MANIFEST.JSON', 'records/', 'attachments/con', 'a'.repeat(5000), '', '\u0000', 'records/‮.json', 'attachments/../manifest.json', '~/x', '\\\\server\\share\\x',
]

type ChangeEntry = (entry: RawEntry, random: Random) => RawEntry[]

const entryChanges: readonly ChangeEntry[] = [
  () => [], (entry) => [entry, entry], (entry, random) => [{ ...entry, name: random.of(oddNames) }], (entry, random) => [entry, { ...entry, name: random.of(oddNames) }],
  (entry) => [{ ...entry, attributes: 0o120777 * 0x10000 }], (entry) => [{ ...entry, attributes: 0x10 }], (entry, random) => [{ ...entry, method: random.of([0, 8, 9, 12, 14, 93, 95, 99]) }],
  (entry, random) => [{ ...entry, size: random.of([0, 1, 0xfffffffe, entry.data.length + 1]) }], (entry, random) => [{ ...entry, packedSize: random.of([0, 1, 0x7fffffff]) }],
  (entry, random) => [{ ...entry, crc: random.below(0xffffffff) }], (entry, random) => [{ ...entry, flags: random.of([1, 2, 4, 8, 64, 0x800, 0x2000]) }], (entry, random) => [{ ...entry, offset: random.below(1000) }],
  (entry) => [{ ...entry, local: { name: 'manifest.json' } }], (entry) => [{ ...entry, comment: Buffer.from('x') }], (entry) => [{ ...entry, extra: Buffer.from([0x75, 0x70, 4, 0, 1, 2, 3, 4]) }],
  (entry) => [{ ...entry, before: Buffer.from('PK\x03\x04') }], (entry) => [{ ...entry, after: Buffer.alloc(12) }], (entry) => [{ ...entry, data: Buffer.alloc(80 * 1024 * 1024), method: 8 }],
  (entry, random) => [{ ...entry, data: Buffer.from(entry.data).fill(random.below(256), random.below(entry.data.length + 1)) }],
]

const Manifest = z.looseObject({ files: z.array(z.looseObject({ path: z.string() })), records: z.array(z.looseObject({ id: z.string() })) })

const parsed = (part: Part | undefined): unknown => JSON.parse(part?.data.toString('utf8') ?? 'null')

const withManifest = (parts: readonly Part[], manifest: unknown): Part[] =>
  parts.map((part) => (part.path === 'manifest.json' ? { ...part, data: Buffer.from(JSON.stringify(manifest)) } : part))

/** The manifest as if its maker had meant it: every part is listed as it is. */
const relisted = (parts: readonly Part[], change: (manifest: z.infer<typeof Manifest>) => unknown = (manifest) => manifest): Part[] => {
  const manifest = Manifest.parse(parsed(parts.find(({ path }) => path === 'manifest.json')))
  const files = parts.filter(({ path }) => path !== 'manifest.json' && path !== 'signature.json').map(({ path, data }) => ({ path, size: data.length, sha256: hashOf(data) }))
  return withManifest(parts, change({ ...manifest, files }))
}

const isRecord = ({ path }: Part): boolean => path.startsWith('records/')

/** A record that its maker wrote as it is: its hashes are right, and the manifest names them. */
const rehashed = (parts: readonly Part[], part: Part, changed: unknown): Part[] => {
  const file = RevisionFile.safeParse(changed).data
  if (!file) return relisted(parts.map((each) => (each === part ? { ...each, data: Buffer.from(JSON.stringify(changed)) } : each)))
  const contentHash = hashJson(file.content)
  const old = file.revision.id
  const revision = { ...file.revision, contentHash }
  const id = revisionIdOf(file.id, revision)
  const data = Buffer.from(JSON.stringify({ ...file, revision: { ...revision, id } }))
  const { type, number, title, unit, confidentiality } = file.content
  return relisted(parts.map((each) => (each === part ? { path: `records/${file.id}/${id}.json`, data } : each)), (manifest) => ({
    ...manifest, records: manifest.records.map((record) => (record.revisionId === old
      ? { ...record, id: file.id, type, number, title, unit, confidentiality, revisionId: id, contentHash, revisions: Array.isArray(record.revisions) ? record.revisions.map((each: unknown) => (each === old ? id : each)) : [id] } : record)),
  }))
}

/** Sealed again: what a hostile maker does. */
const byAMaker: Readonly<Record<string, Mutate>> = {
  zip: (_whole, parts, random) => {
    const entries = entriesOf(parts)
    const at = random.below(entries.length)
    const change = random.of(entryChanges)
    const swapped = random.chance(0.1) ? [...entries].reverse() : entries
    return zipped(swapped.flatMap((entry, place) => (place === at ? change(entry, random) : [entry])), random.chance(0.15) ? random.of([{ entries: 1 }, { size: 1 }, { offset: 5 }, { zip64: {} }, { zip64: { entries: 70_000 } }, { before: Buffer.from('x') }]) : {})
  },
  manifest: (_whole, parts, random) => zipped(entriesOf(withManifest(parts, mutateJson(parsed(parts.find(({ path }) => path === 'manifest.json')), random)))),
  record: (_whole, parts, random) => {
    const part = random.of(parts.filter(isRecord))
    return zipped(entriesOf(rehashed(parts, part, mutateJson(parsed(part), random))))
  },
  listedPart: (_whole, parts, random) => {
    const part = random.of(parts.filter(({ path }) => path !== 'manifest.json'))
    return zipped(entriesOf(relisted(parts.map((each) => (each === part ? { ...each, data: random.of([Buffer.of(), Buffer.from('[]'), Buffer.from('{"format":1e9}'), Buffer.from([0xff, 0xfe]), each.data.subarray(1)]) } : each)))))
  },
}

const ways: readonly [string, Mutate][] = [...Object.entries(onTheWay), ...Object.entries(byAMaker), ...Object.entries(byAMaker)]

/** What was not sealed again must be refused, whatever it is. */
export const isOnTheWay = ({ name }: Mutation): boolean => Object.hasOwn(onTheWay, name)

export const mutated = (whole: Buffer, parts: readonly Part[], random: Random): Mutation => {
  const [name, mutate] = random.of(ways)
  return { name, bytes: mutate(whole, parts, random) }
}
