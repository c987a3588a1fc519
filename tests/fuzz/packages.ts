/** Packages that were changed at random, and what the opener makes of them: refused with a typed error, or the package that it was. */
import { readdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { z } from 'zod'
import { openPackage } from '#core/packages/openPackage'
import { toFailure } from '#shared/contract/errors'
import { forgedPackage, listed, manifestOf, exampleParts, hashOf, type Forgery } from '../support/packages'
import { sealed, type RawEntry } from '../support/rawZip'

/** A stream of numbers from 0 to below 1 that a seed repeats (mulberry32). */
export const randomOf = (seed: number): (() => number) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

type Random = () => number
const below = (random: Random, end: number): number => Math.floor(random() * end)
const oneOf = <T>(random: Random, all: readonly [T, ...T[]]): T => all[below(random, all.length)] ?? all[0]

/** Bytes flipped, cut, put in, taken out or repeated. */
const garbled = (random: Random, bytes: Buffer): Buffer => {
  const changed = Buffer.from(bytes)
  const [from, to] = [below(random, bytes.length), below(random, bytes.length)].toSorted((a, b) => a - b)
  switch (below(random, 5)) {
    case 0: for (let count = 1 + below(random, 8); count > 0; count -= 1) changed.writeUInt8(below(random, 256), below(random, changed.length)); return changed
    case 1: return changed.subarray(0, from)
    case 2: return Buffer.concat([changed.subarray(0, from), changed.subarray(to)])
    case 3: return Buffer.concat([changed.subarray(0, to), changed.subarray(from)])
    default: return Buffer.concat([changed.subarray(0, from), Buffer.from(Array.from({ length: 1 + below(random, 40) }, () => below(random, 256))), changed.subarray(from)])
  }
}

const hostileValues = [
  '../../evil', '/etc/passwd', 'C:\\evil', 'attachments/../x', '', null, -1, 0, 1e308, 2 ** 53, [], {}, true, 'x'.repeat(5000), 'attachments/\u0000', 'index.html', 'signature.json',
] as const

type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

/** One value somewhere in it replaced, removed or said twice. */
const lying = (random: Random, json: Json): Json => {
  if (Array.isArray(json) && json.length > 0 && random() < 0.8) {
    const at = below(random, json.length)
    const [value = null] = json.slice(at)
    return json.toSpliced(at, 1, ...oneOf<Json[]>(random, [[], [value, value], [lying(random, value)], [lying(random, value)]]))
  }
  if (json !== null && typeof json === 'object' && !Array.isArray(json) && Object.keys(json).length > 0 && random() < 0.85) {
    const keys = Object.keys(json)
    const key = keys[below(random, keys.length)] ?? ''
    const value = json[key] ?? null
    return random() < 0.1 ? Object.fromEntries(Object.entries(json).filter(([name]) => name !== key)) : { ...json, [key]: lying(random, value) }
  }
  return oneOf<Json>(random, ['a', ...hostileValues.map((value): Json => (Array.isArray(value) || (value !== null && typeof value === 'object') ? [] : value))])
}

const lyingEntry = (random: Random, entry: RawEntry): RawEntry => oneOf<RawEntry>(random, [
  { ...entry, name: oneOf(random, ['../evil', '/evil', 'manifest.json', 'index.html', 'signature.json', 'records/', `attachments/${'f'.repeat(64)}.exe`]) },
  { ...entry, size: below(random, 2 ** 32) }, { ...entry, packedSize: below(random, 2 ** 32) }, { ...entry, flags: below(random, 2 ** 16) }, { ...entry, method: below(random, 20) },
  { ...entry, attributes: below(random, 2 ** 32) }, { ...entry, offset: below(random, 5000) }, { ...entry, crc: below(random, 2 ** 32) }, { ...entry, extra: Buffer.alloc(below(random, 40), below(random, 256)) },
  { ...entry, data: Buffer.concat([entry.data, Buffer.from(' ')]) }, { ...entry, before: Buffer.alloc(1 + below(random, 9)) }, { ...entry, after: Buffer.alloc(1 + below(random, 30)) },
  { ...entry, local: { size: below(random, 2 ** 32) } },
])

/** What a package of the example is made into; it may be left as it is. */
const mutated = (random: Random): { bytes: Buffer; isSealed: boolean } => {
  const parts = [...exampleParts(), { path: 'index.html', data: Buffer.from('<!doctype html>') }]
  const second = (files: Parameters<typeof manifestOf>[0]): Json => z.json().parse(JSON.parse(JSON.stringify({ ...manifestOf(files), format: 2 })))
  const forgery: Forgery = { manifest: second }
  switch (below(random, 4)) {
    case 0: return { bytes: garbled(random, forgedPackage(parts, forgery)), isSealed: false }
    case 1: return { bytes: sealed(garbled(random, forgedPackage(parts, forgery))), isSealed: true }
    case 2: return { bytes: forgedPackage(parts, { manifest: (files) => lying(random, second(files)) }), isSealed: true }
    default: return { bytes: forgedPackage(parts, { ...forgery, entries: (entries) => {
      const at = below(random, entries.length)
      return entries.flatMap((entry, index) => (index === at ? oneOf(random, [[lyingEntry(random, entry)], [], [entry, entry]]) : [entry]))
    } }), isSealed: true }
  }
}

/** How it ended, by code; `taken` for one that was opened. Throws where the opener fails in another way, or leaves a file. */
export const fuzzPackage = async (path: string, seed: number): Promise<string> => {
  const random = randomOf(seed)
  const { bytes, isSealed } = mutated(random)
  await writeFile(path, bytes)
  const before = await readdir(dirname(path))
  const outcome = await openPackage(path, { signal: new AbortController().signal }).then(async (opened) => {
    const parts = await Promise.all(opened.manifest.files.map(async (file) => ({ file, data: await opened.readPart(file.path) })))
    await opened.close()
    // Whatever was taken is what its manifest says to the byte, and only what was sealed anew may differ from what was made.
    for (const { file, data } of parts) if (listed({ path: file.path, data }).sha256 !== file.sha256 || data.length !== file.size) throw new Error(`${file.path} is not what is listed`)
    if (!isSealed || opened.sha256 !== hashOf(bytes)) throw new Error('a package with a changed byte was taken')
    return 'taken'
  }, (error: unknown) => {
    const failure = toFailure(error)
    if (!failure || failure.code === 'bug') throw error
    return failure.code === 'package_damaged' ? `${failure.code} ${String(failure.data.problem)}` : failure.code
  })
  if ((await readdir(dirname(path))).join() !== before.join()) throw new Error('opening left a file')
  return outcome
}
