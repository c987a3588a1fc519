/** A manifest tells nothing of what a masked record was made of. */
import { expect, it } from 'vitest'
import { toFailure } from '#shared/contract/errors'
import { newId } from '#shared/model/ids'
import type { Revision } from '#shared/model/record'
import { exampleParts, listed, manifestOf } from '../../../tests/support/packages'
import { readManifest } from './manifest'

const parts = [...exampleParts(), { path: 'index.html', data: Buffer.from('<!doctype html>') }]
const hash = (digit: string): string => digit.repeat(64)
const revision = (digit: string, parents: string[], masked?: boolean): Revision =>
  ({ id: hash(digit), parents: parents.map(hash), by: { name: '张工', unit: '' }, at: '2026-11-24T06:03:11.123Z', device: newId(), contentHash: hash('0'), ...masked !== undefined && { masked } })

const refused = (lineage: Revision[], masked = true): unknown => {
  const manifest = { ...manifestOf(parts.map(listed)), format: 2 }
  const records = manifest.records.map((record) => ({ ...record, masked, lineage }))
  try {
    readManifest('a.lfpkg', Buffer.from(JSON.stringify({ ...manifest, records })))
    return undefined
  } catch (error) {
    return toFailure(error)
  }
}

it.each([
  ['nothing', []],
  ['earlier twins', [revision('2', ['1'], true), revision('1', [], true)]],
  ['what came back of one', [revision('3', ['2', '1']), revision('2', ['1']), revision('1', [], true)]],
])('a masked record may come of %s', (_name, lineage) => {
  expect(refused(lineage)).toBeUndefined()
})

it.each([
  ['a revision that is not masked', [revision('1', [])]],
  ['a twin and a revision that is not masked', [revision('3', ['2', '1']), revision('2', [], true), revision('1', [])]],
  ['a revision whose ancestors it does not tell', [revision('2', ['1', '5']), revision('1', [], true)]],
])('a masked record that comes of %s is refused', (_name, lineage) => {
  expect(refused(lineage)).toMatchObject({ code: 'package_damaged', data: { problem: 'bad_manifest' } })
  expect(refused(lineage, false)).toBeUndefined()
})
