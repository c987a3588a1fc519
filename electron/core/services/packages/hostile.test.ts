/** Packages whose bytes are sealed and whose contents lie: each is refused with its own reason, and the library stays as it was. */
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Edition } from '#shared/model/edition'
import { newId } from '#shared/model/ids'
import type { PackageManifest } from '#shared/model/package'
import type { RevisionFile } from '#shared/model/record'
import { unsaid, unsaidOfRecord } from '../../../../tests/support/packages'
import { recordContent } from '../../../../tests/support/records'
import { createTestHome, type TestCore, type TestHome } from '../../../../tests/support/testCore'
import { writePackage, type PackagePart } from '../../packages/writePackage'
import { formatJson, hashJson } from '../../store/canonicalJson'
import { replaceFile } from '../../store/durableFile'
import { sealOf } from '../../store/editionStore'
import { revisionIdOf } from '../../store/revisions'

let home: TestHome
let client: TestCore['client']

beforeEach(async () => {
  home = await createTestHome()
  ;({ client } = await home.open())
  await client.library.create({ path: join(home.home, '库'), name: '库', unit: '运维一班' })
})
afterEach(async () => home.remove())

const libraryId = newId()
const by = { name: '李工', unit: '输电运检中心' }
const at = '2026-11-24T06:00:00.000Z'

const trueRevision = (content = recordContent({ type: 'product', title: '作业包', number: 'SD1-PD-2026-0001' })): RevisionFile => {
  const id = newId()
  const revision = { id: '', parents: [], by, at, device: newId(), contentHash: hashJson(content) }
  return { format: 1, id, content, revision: { ...revision, id: revisionIdOf(id, revision) } }
}

const trueEdition = ({ id, revision, content }: RevisionFile): Edition => {
  const edition: Edition = {
    format: 1, seal: '', recordId: id, number: 1, previous: null, releasedAt: at, by, library: { id: libraryId, name: '库', unit: '' }, changeLog: '', revision, content, sources: [], attachments: [],
  }
  return { ...edition, seal: sealOf(edition) }
}

interface Forged {
  /** What of the parts is left in. */
  keeps?: (part: PackagePart) => boolean
  /** The part as it lies in the package. */
  part?: (file: RevisionFile) => unknown
  edition?: (edition: Edition) => Edition
  manifest?: (manifest: PackageManifest) => PackageManifest
}

const forge = async ({ keeps = () => true, part, edition: changeEdition, manifest: change }: Forged, file = trueRevision()): Promise<string> => {
  const path = join(home.home, `${newId()}.lfpkg`)
  const edition = trueEdition(file)
  const parts: PackagePart[] = [
    { path: `records/${file.id}/${file.revision.id}.json`, bytes: async () => Promise.resolve(Buffer.from(formatJson(part ? part(file) : file))) },
    { path: `editions/${file.id}/${edition.seal}.json`, bytes: async () => Promise.resolve(Buffer.from(formatJson(changeEdition ? changeEdition(edition) : edition))) },
  ]
  const { id, content, revision } = file
  await writePackage(path, parts.filter(keeps), (files) => {
    const manifest: PackageManifest = {
      format: 1, id: newId(), title: '包', madeAt: at, by, library: { id: libraryId, name: '输电', unit: '输电' }, ...unsaid, attachments: [], missing: [], files,
      records: [{
        id, type: content.type, number: content.number, title: content.title, unit: content.unit, confidentiality: content.confidentiality,
        revisionId: revision.id, contentHash: revision.contentHash, revisions: [revision.id], reason: { why: 'chosen', of: null }, ...unsaidOfRecord,
      }],
      editions: [{ seal: edition.seal, recordId: id, number: 1 }],
    }
    return change ? change(manifest) : manifest
  }, { signal: new AbortController().signal, onPart: () => undefined, replaceFile })
  return path
}

const open = async (path: string) => {
  const { jobId } = await client.packages.open({ path })
  return vi.waitFor(async () => {
    const job = await client.jobs.get({ id: jobId })
    expect(job.state).not.toBe('running')
    return job
  }, { timeout: 60_000, interval: 5 })
}

const otherId = newId()

describe('a package that was sealed by whoever forged it', () => {
  it('is opened where it tells the truth', async () => {
    expect(await open(await forge({}))).toMatchObject({ state: 'done' })
  })

  it.each<[string, Forged]>([
    ['a content that does not have its revision’s hash', { part: (file) => ({ ...file, content: { ...file.content, title: '改过的题目' } }) }],
    ['a revision that does not have its own hash', { part: (file) => ({ ...file, revision: { ...file.revision, by: { name: '别人', unit: '' } } }) }],
    ['a part that holds another record', { part: (file) => ({ ...file, id: otherId }) }],
    ['an edition that was changed after it was sealed', { edition: (edition) => ({ ...edition, changeLog: '后来加的' }) }],
    ['an edition that was sealed anew', { edition: (edition) => { const changed = { ...edition, changeLog: '后来加的' }; return { ...changed, seal: sealOf(changed) } } }],
    ['a manifest that calls a record otherwise', { manifest: (manifest) => ({ ...manifest, records: manifest.records.map((record) => ({ ...record, title: '别的题目' })) }) }],
    ['a manifest that makes a record less confidential', { manifest: (manifest) => ({ ...manifest, records: manifest.records.map((record) => ({ ...record, confidentiality: 'public' as const })) }) }],
    ['a manifest that names another unit', { manifest: (manifest) => ({ ...manifest, records: manifest.records.map((record) => ({ ...record, unit: '国家电网' })) }) }],
    ['a manifest that numbers an edition otherwise', { manifest: (manifest) => ({ ...manifest, editions: manifest.editions.map((edition) => ({ ...edition, number: 2 })) }) }],
  ])('is refused for %s', async (_what, forged) => {
    expect(await open(await forge(forged))).toMatchObject({ state: 'failed', failure: { code: 'package_damaged', data: { problem: 'bad_record' } } })
    expect(await readdir(join(home.home, '库'))).toEqual(['history', 'library.json', 'lock'])
  })

  it('is refused where a record shows an attachment that is neither in it nor named as missing', async () => {
    const content = recordContent({ type: 'product', title: '作业包', attachments: [{ sha256: 'a'.repeat(64), name: '图.png', size: 3, mediaType: 'image/png' }] })
    expect(await open(await forge({}, trueRevision(content)))).toMatchObject({ state: 'failed', failure: { code: 'package_damaged', data: { problem: 'bad_record' } } })
  })

  it.each([
    ['of a record that is no product', {}, trueRevision(recordContent({ type: 'case', title: '案例' }))],
    ['of a product that does not come with it', {
      keeps: ({ path }: PackagePart) => path.startsWith('editions/'), manifest: (manifest: PackageManifest) => ({ ...manifest, records: [] }),
    }, trueRevision()],
  ])('is refused for an edition %s', async (_what, forged, file) => {
    expect(await open(await forge(forged, file))).toMatchObject({ state: 'failed', failure: { code: 'package_damaged', data: { problem: 'bad_record' } } })
  })

  it('is refused for a record that is nested deeper than a library writes', async () => {
    let deep: unknown = '底'
    for (let depth = 0; depth < 320; depth += 1) deep = [deep]
    const file = trueRevision(recordContent({ type: 'product', title: '作业包', custom: { deep } }))
    expect(await open(await forge({}, file))).toMatchObject({ state: 'failed', failure: { code: 'package_damaged', data: { problem: 'bad_record' } } })
  })

  it('says that a newer version made it', async () => {
    const newer = await open(await forge({ part: (file) => ({ ...file, format: 2 }) }))
    expect(newer).toMatchObject({ state: 'failed', failure: { code: 'package_newer_format', data: { found: 2, supported: 1 } } })
  })
})

describe('a record of another kind under an id that is here', () => {
  it('is told as a conflict and never written over the one here', async () => {
    const mine = await client.records.create({ type: 'case', content: { title: '本库的案例' } })
    const content = recordContent({ type: 'tool', title: '同号的工具', number: 'SD1-TL-2026-0001' })
    const revision = { id: '', parents: [], by, at, device: newId(), contentHash: hashJson(content) }
    const file: RevisionFile = { format: 1, id: mine.id, content, revision: { ...revision, id: revisionIdOf(mine.id, revision) } }
    const path = await forge({ keeps: (part) => part.path.startsWith('records/'), manifest: (manifest) => ({ ...manifest, editions: [] }) }, file)
    const opened = await open(path)
    const { records } = await client.packages.opened({ jobId: opened.id })
    expect(records).toMatchObject([{ standing: 'conflict', type: 'tool', here: { type: 'case', title: '本库的案例' }, differences: [] }])
    const { jobId } = await client.packages.take({ jobId: opened.id, accept: true, decisions: { [mine.id]: { choice: 'take' } } })
    await vi.waitFor(async () => { expect((await client.jobs.get({ id: jobId })).state).toBe('done') })
    expect((await client.packages.taken({ jobId })).records).toMatchObject([{ outcome: 'kept' }])
    expect(await client.records.get({ id: mine.id })).toEqual(mine)
  })
})
