/** Nothing changes a released edition: tried through the contract, in the files on disk and by packages. What was tried is told. */
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { toFailure, type Failure } from '#shared/contract/errors'
import { Edition } from '#shared/model/edition'
import { newId } from '#shared/model/ids'
import type { PackageManifest } from '#shared/model/package'
import type { RecordContent, RecordFile } from '#shared/model/record'
import { writePackage, type PackagePart } from '../../packages/writePackage'
import { formatJson, hashJson } from '../../store/canonicalJson'
import { replaceFile } from '../../store/durableFile'
import { sealOf } from '../../store/editionStore'
import { libraryPaths } from '../../store/folders'
import { revisionIdOf } from '../../store/revisions'
import { done } from '../../../../tests/support/jobs'
import { unsaid, unsaidOfRecord } from '../../../../tests/support/packages'
import { anyway, moveOn, saveNow, wholeProduct } from '../../../../tests/support/products'
import { paragraph } from '../../../../tests/support/records'
import { createTestHome, type TestCore, type TestHome } from '../../../../tests/support/testCore'
import { latestNumber } from './editions'

let home: TestHome
let client: TestCore['client']
let root: string

const pathOf = (name: string): string => join(home.home, name)

beforeEach(async () => {
  home = await createTestHome()
  ;({ client } = await home.open())
  root = pathOf('甲')
  await client.library.create({ path: pathOf('乙'), name: '乙', unit: '乙', unitCode: 'SD1' })
  await client.library.create({ path: root, name: '甲', unit: '甲', unitCode: 'YW1' })
  await client.app.updateSettings({ profile: { name: '王敏', unit: '甲', role: '' } })
})
afterEach(async () => home.remove())

const failureOf = async (call: Promise<unknown>): Promise<Failure | undefined> => toFailure(await call.then(() => undefined, (error: unknown) => error))

const newCase = async (title = '地线编号错位'): Promise<RecordFile> => client.records.create({ type: 'case', content: { title, body: { version: 1, preamble: [paragraph('两人分离核对')], sections: [] } } })

const release = async ({ id }: Pick<RecordFile, 'id'>, changeLog = '') => {
  const { revision } = await client.records.get({ id })
  return (await client.products.release({ id, base: revision.id, changeLog, reason: anyway })).edition
}

const released = async () => {
  const product = await wholeProduct(client, '双确认作业包', [await newCase()])
  const edition = await release(product, '第一版')
  const path = libraryPaths(root).edition(product.id, edition.seal)
  return { product, edition, path, bytes: await readFile(path) }
}

const editions = async (id: string) => client.products.editions({ id })

/** The failures that verifying finds, with the paths of those files. */
const problems = async (): Promise<{ path: string; failure: Failure }[]> => {
  const { jobId } = await client.library.verify()
  const report = await vi.waitFor(async () => client.library.verified({ jobId }), { timeout: 60_000 })
  return report.problems.map(({ path, failure }) => ({ path, failure }))
}

/** Another content under true hashes and a true seal, with the signature that the edition had. */
const forgedOf = (edition: Edition): Edition => {
  const content = { ...edition.content, title: '被改过的作业包' }
  const revision = { ...edition.revision, contentHash: hashJson(content) }
  const forged = { ...edition, content, revision: { ...revision, id: revisionIdOf(edition.recordId, revision) } }
  return { ...forged, seal: sealOf(forged) }
}

describe('through the contract', () => {
  it('an edition stays as it is, whatever is done with its product', async () => {
    const { product, edition, path, bytes } = await released()
    const { id } = product
    const head = async (): Promise<string> => (await client.records.get({ id })).revision.id
    await saveNow(client, id, { title: '改了题目', fields: { ...product.content.fields, edition: 9, steps: [] }, summary: '改了摘要' })
    await client.records.bulkEdit({ selection: { ids: [id] }, change: { unit: '丙', addTags: ['改过'] } })
    await client.vocabularies.rename({ kind: 'tags', name: '改过', into: '改过了' })
    await moveOn(client, id, 'revise', { reason: '再改' })
    await client.records.restoreRevision({ id, base: await head(), revisionId: product.revision.id })
    expect(await failureOf(client.products.release({ id, base: edition.seal, reason: anyway }))).toMatchObject({ code: 'conflict' })
    const other = await wholeProduct(client, '另一个作业包', [await newCase('漏拆地线')])
    const merging = client.records.merge({ into: other.id, intoBase: (await client.records.get({ id: other.id })).revision.id, from: id, fromBase: await head(), content: {} })
    expect(await failureOf(merging)).toMatchObject({ code: 'invalid', data: { issues: [{ path: 'from', message: 'a product with editions or adoptions' }] } })
    expect(await readFile(path)).toEqual(bytes)
    expect(await editions(id)).toMatchObject([{ seal: edition.seal, number: 1, title: '双确认作业包', intact: true, signature: 'own' }])
    expect(await problems()).toEqual([])
  })

  it('is not released again under its number, and the next one does not touch it', async () => {
    const { product, edition, path, bytes } = await released()
    await saveNow(client, product.id, { summary: '第二版的摘要' })
    const second = await release(product, '第二版')
    expect(await editions(product.id)).toMatchObject([
      { seal: second.seal, number: 2, status: 'current', signature: 'own', isTwin: false }, { seal: edition.seal, number: 1, status: 'superseded', intact: true },
    ])
    expect(await readFile(path)).toEqual(bytes)
  })
})

describe('in the files on disk', () => {
  type Change = (edition: Edition) => Edition
  const inContent = (change: Partial<RecordContent>): Change => (edition) => ({ ...edition, content: { ...edition.content, ...change } })

  it.each<[string, Change]>([
    ['content', inContent({ title: '被改过的作业包' })],
    ['change log', (edition) => ({ ...edition, changeLog: '后来改的' })],
    ['number', (edition) => ({ ...edition, number: 9 })],
    ['hash of a source', (edition) => ({ ...edition, sources: edition.sources.map((source) => ({ ...source, contentHash: 'f'.repeat(64) })) })],
    ['signature', (edition) => ({ ...edition, signature: { protected: edition.signature?.protected ?? '', signature: 'A'.repeat(86) } })],
    ['missing signature', ({ signature: _signature, ...edition }) => edition],
    ['place, in which another stands that is sealed well', (edition) => { const forged = { ...edition, changeLog: '后来改的' }; return { ...forged, seal: sealOf(forged) } }],
  ])('an edition that was changed is told and not written over: its %s', async (_what, change) => {
    const { product, edition, path } = await released()
    await writeFile(path, formatJson(change(Edition.parse(JSON.parse(await readFile(path, 'utf8'))))))
    const forged = await readFile(path)
    expect(await editions(product.id)).toMatchObject([{ seal: edition.seal, intact: false, status: 'current' }])
    expect(await problems()).toMatchObject([{ path, failure: { code: 'store_corrupt', data: { reason: 'not what was sealed' } } }])
    await saveNow(client, product.id, { summary: '第二版的摘要' })
    expect(await release(product)).toMatchObject({ number: 2, intact: true, isTwin: false })
    expect(await readFile(path)).toEqual(forged)
  })

  it('one that was sealed anew under its own name is not what was signed', async () => {
    const { product, path } = await released()
    const forged = { ...Edition.parse(JSON.parse(await readFile(path, 'utf8'))), changeLog: '后来改的' }
    const seal = sealOf(forged)
    const forgedPath = libraryPaths(root).edition(product.id, seal)
    await rm(path)
    await writeFile(forgedPath, formatJson({ ...forged, seal }))
    expect(await editions(product.id)).toMatchObject([{ seal, intact: true, signature: 'wrong' }])
    expect(await problems()).toMatchObject([{ path: forgedPath, failure: { code: 'store_corrupt', data: { reason: 'not signed by its own key' } } }])
  })

  it('one that was forged whole, without a signature, is of no revision that its product had', async () => {
    const { product, path } = await released()
    const { signature: _signature, ...unsigned } = forgedOf(Edition.parse(JSON.parse(await readFile(path, 'utf8'))))
    const seal = sealOf(unsigned)
    const forgedPath = libraryPaths(root).edition(product.id, seal)
    await rm(path)
    await writeFile(forgedPath, formatJson({ ...unsigned, seal }))
    expect(await editions(product.id)).toMatchObject([{ seal, intact: true, signature: 'none' }])
    expect(await problems()).toMatchObject([{ path: forgedPath, failure: { code: 'store_corrupt', data: { reason: 'of no revision of its product' } } }])
  })

  it('one that says it was released elsewhen, without a signature, does not bear the one that it should', async () => {
    const { product, path } = await released()
    const { signature: _signature, ...unsigned } = Edition.parse(JSON.parse(await readFile(path, 'utf8')))
    const forged = { ...unsigned, changeLog: '后来改的', sources: [], releasedAt: '2020-01-01T00:00:00.000Z' }
    const seal = sealOf(forged)
    const forgedPath = libraryPaths(root).edition(product.id, seal)
    await rm(path)
    await writeFile(forgedPath, formatJson({ ...forged, seal }))
    expect(await problems()).toMatchObject([{ path: forgedPath, failure: { code: 'store_corrupt', data: { reason: 'not signed by this library' } } }])
  })

  it('a number that leaps away from the others is neither in force nor counted on from', async () => {
    const { product, edition, path } = await released()
    const { signature: _signature, ...unsigned } = Edition.parse(JSON.parse(await readFile(path, 'utf8')))
    const forged = { ...unsigned, number: 99_999 }
    const seal = sealOf(forged)
    await writeFile(libraryPaths(root).edition(product.id, seal), formatJson({ ...forged, seal }))
    expect(await editions(product.id)).toMatchObject([{ number: 99_999, status: 'superseded', signature: 'none' }, { seal: edition.seal, status: 'current', signature: 'own' }])
    expect(await client.adoptions.ofProduct({ id: product.id })).toMatchObject({ current: { seal: edition.seal }, next: 2 })
    await saveNow(client, product.id, { summary: '第二版的摘要' })
    const second = await release(product)
    expect(second).toMatchObject({ number: 2, status: 'current' })
    expect(await client.products.edition({ recordId: product.id, seal: second.seal })).toMatchObject({ previous: edition.seal })
  })

  it('where no number is left, none is released or piloted', async () => {
    const { product, path } = await released()
    const { signature: _signature, ...unsigned } = Edition.parse(JSON.parse(await readFile(path, 'utf8')))
    for (const number of [...Array.from({ length: 99 }, (_, index) => 1 + 1000 * (index + 1)), 99_999]) {
      const seal = sealOf({ ...unsigned, number })
      await writeFile(libraryPaths(root).edition(product.id, seal), formatJson({ ...unsigned, number, seal }))
    }
    const noneLeft = { code: 'invalid', data: { issues: [{ path: 'edition', message: 'no number is left' }] } }
    const { revision } = await saveNow(client, product.id, { summary: '第二版的摘要' })
    expect(await failureOf(client.products.release({ id: product.id, base: revision.id, reason: anyway }))).toMatchObject(noneLeft)
    expect(await failureOf(client.adoptions.plan({ productId: product.id, pilot: true, units: ['运维二班'] }))).toMatchObject(noneLeft)
  })

  it('one that was deleted is missed', async () => {
    const { product, path } = await released()
    await rm(path)
    expect(await editions(product.id)).toEqual([])
    expect(await problems()).toMatchObject([{ failure: { code: 'not_found', data: { kind: 'edition', id: '1' } } }])
    expect(await client.products.gate({ id: product.id })).toMatchObject({ edition: 2 })
  })

  it('one of another product is none of this', async () => {
    const [{ product, edition, path }, other] = [await released(), await wholeProduct(client, '另一个作业包', [await newCase('漏拆地线')])]
    const stolen = libraryPaths(root).edition(other.id, edition.seal)
    await mkdir(dirname(stolen), { recursive: true })
    await cp(path, stolen)
    expect(await editions(other.id)).toMatchObject([{ intact: false }])
    expect((await problems()).map((problem) => problem.path)).toEqual([stolen])
    expect(await editions(product.id)).toMatchObject([{ intact: true }])
  })
})

describe('through a package', () => {
  const sent = async (id: string, name: string): Promise<string> => {
    await done(client, client.packages.make({ ids: [id], title: name, to: pathOf(name) }))
    return pathOf(name)
  }
  const opened = async (path: string): Promise<string> => done(client, client.packages.open({ path }))
  const taken = async (path: string, id: string, choice?: 'take' | 'keep'): Promise<void> => {
    const jobId = await opened(path)
    await client.packages.taken({ jobId: await done(client, client.packages.take({ jobId, accept: true, ...choice && { decisions: { [id]: { choice } } } })) })
  }
  const refused = async (path: string): Promise<Failure | null> => {
    const { jobId } = await client.packages.open({ path })
    return vi.waitFor(async () => {
      const job = await client.jobs.get({ id: jobId })
      expect(job.state).toBe('failed')
      return job.failure
    }, { timeout: 60_000, interval: 5 })
  }

  /** A package of one edition and the revision that it is of, sealed by whoever forged it. */
  const forge = async (edition: Edition, seal = edition.seal): Promise<string> => {
    const path = pathOf(`${newId()}.lfpkg`)
    const { recordId: id, revision, content } = edition
    const parts: PackagePart[] = [
      { path: `records/${id}/${revision.id}.json`, bytes: async () => Promise.resolve(Buffer.from(formatJson({ format: 1, id, revision, content }))) },
      { path: `editions/${id}/${seal}.json`, bytes: async () => Promise.resolve(Buffer.from(formatJson(edition))) },
    ]
    await writePackage(path, parts, (files): PackageManifest => ({
      format: 1, id: newId(), title: '包', madeAt: edition.releasedAt, by: edition.by, library: { id: edition.library.id, name: '甲', unit: '甲' }, ...unsaid, attachments: [], missing: [], files,
      records: [{
        id, type: 'product', number: content.number, title: content.title, unit: content.unit, confidentiality: content.confidentiality,
        revisionId: revision.id, contentHash: revision.contentHash, revisions: [revision.id], reason: { why: 'chosen', of: null }, ...unsaidOfRecord,
      }],
      editions: [{ seal, recordId: id, number: edition.number }],
    }), { signal: new AbortController().signal, onPart: () => undefined, replaceFile })
    return path
  }

  it('an edition arrives as it was signed, and says by whom', async () => {
    const { product, edition, bytes } = await released()
    const path = await sent(product.id, '一.lfpkg')
    await client.library.open({ path: pathOf('乙') })
    await taken(path, product.id)
    expect(await editions(product.id)).toMatchObject([{ seal: edition.seal, intact: true, signature: 'unknown', library: '甲', unit: '甲', waived: ['pilotOutcome', 'piloted'], reason: anyway }])
    expect(await readFile(libraryPaths(pathOf('乙')).edition(product.id, edition.seal))).toEqual(bytes)
  })

  it('is refused with an edition that is sealed well and is not what was signed', async () => {
    const { product, path } = await released()
    const edition = Edition.parse(JSON.parse(await readFile(path, 'utf8')))
    await client.library.open({ path: pathOf('乙') })
    expect(await refused(await forge(forgedOf(edition)))).toMatchObject({ code: 'package_damaged', data: { problem: 'bad_record' } })
    expect(await editions(product.id)).toEqual([])
    await opened(await forge(edition))
  })

  it('is refused with other bytes under a seal that is here', async () => {
    const { product, edition, path, bytes } = await released()
    const forged = forgedOf(Edition.parse(JSON.parse(bytes.toString())))
    expect(await refused(await forge({ ...forged, seal: edition.seal }))).toMatchObject({ code: 'package_damaged' })
    expect(await refused(await forge(forged, edition.seal))).toMatchObject({ code: 'package_damaged' })
    expect(await readFile(path)).toEqual(bytes)
    expect(await editions(product.id)).toMatchObject([{ seal: edition.seal, intact: true }])
  })

  it('an edition without a signature comes beside the one that has one, and says that nobody vouches for it', async () => {
    const { product, edition, path, bytes } = await released()
    const { signature: _signature, ...unsigned } = forgedOf(Edition.parse(JSON.parse(bytes.toString())))
    await taken(await forge({ ...unsigned, seal: sealOf(unsigned) }), product.id, 'take')
    expect(await editions(product.id)).toEqual(expect.arrayContaining([
      expect.objectContaining({ seal: edition.seal, number: 1, intact: true, signature: 'own', isTwin: true }),
      expect.objectContaining({ seal: sealOf(unsigned), number: 1, intact: true, signature: 'none', isTwin: true }),
    ]))
    expect(await readFile(path)).toEqual(bytes)
  })

  it('of twins the one that was released here is in force, whatever date the other bears', async () => {
    const { product, edition, bytes } = await released()
    const { signature: _signature, ...unsigned } = Edition.parse(JSON.parse(bytes.toString()))
    for (const changeLog of ['一', '二', '三']) {
      const later = { ...unsigned, changeLog, releasedAt: '9999-12-31T00:00:00.000Z' }
      await taken(await forge({ ...later, seal: sealOf(later) }), product.id)
    }
    const { ids: [id = ''] } = await client.adoptions.plan({ productId: product.id, units: ['运维二班'] })
    expect((await client.records.get({ id })).content.fields.seal).toBe(edition.seal)
    expect((await client.adoptions.ofProduct({ id: product.id })).current).toMatchObject({ seal: edition.seal, signature: 'own' })
    await saveNow(client, product.id, { summary: '第二版的摘要' })
    const { seal } = await release(product)
    expect(await client.products.edition({ recordId: product.id, seal })).toMatchObject({ previous: edition.seal })
  })

  it('of two libraries that released the same number both editions are kept, told as twins, and the next number is above', async () => {
    const product = await wholeProduct(client, '双确认作业包', [await newCase()])
    const draft = await sent(product.id, '草稿.lfpkg')
    const own = await release(product, '甲发布')
    const path = await sent(product.id, '甲.lfpkg')
    await client.library.open({ path: pathOf('乙') })
    await taken(draft, product.id)
    await saveNow(client, product.id, { summary: '乙的摘要' })
    const theirs = await release(product, '乙发布')
    expect([own.number, theirs.number]).toEqual([1, 1])
    await taken(path, product.id, 'take')
    expect(await editions(product.id)).toEqual(expect.arrayContaining([
      expect.objectContaining({ seal: own.seal, number: 1, isTwin: true, intact: true, library: '甲', signature: 'unknown', status: 'current' }),
      expect.objectContaining({ seal: theirs.seal, number: 1, isTwin: true, intact: true, library: '乙', signature: 'own', status: 'current' }),
    ]))
    await saveNow(client, product.id, { summary: '合到一起' })
    expect(await release(product)).toMatchObject({ number: 2, isTwin: false })
    expect((await editions(product.id)).map(({ number, status }) => [number, status])).toEqual([[2, 'current'], [1, 'superseded'], [1, 'superseded']])
    expect(await problems()).toEqual([])
  })

  it('one that was changed here is not written over by its own package, and stays here', async () => {
    const { product, path } = await released()
    const packaged = await sent(product.id, '一.lfpkg')
    await writeFile(path, (await readFile(path, 'utf8')).replaceAll('双确认作业包', '被改过的作业包'))
    const forged = await readFile(path)
    await taken(packaged, product.id, 'take')
    expect(await readFile(path)).toEqual(forged)
    const { manifest } = await client.packages.opened({ jobId: await opened(await sent(product.id, '二.lfpkg')) })
    expect(manifest.editions).toEqual([])
  })
})

describe('of a product that came back from another library', () => {
  const cameBack = async () => {
    const { product, path, edition } = await released()
    const [out, back] = [pathOf('去.lfpkg'), pathOf('回.lfpkg')]
    const take = async (file: string): Promise<void> => {
      const jobId = await done(client, client.packages.open({ path: file }))
      await client.packages.taken({ jobId: await done(client, client.packages.take({ jobId, accept: true })) })
    }
    await done(client, client.packages.make({ ids: [product.id], title: '去', to: out }))
    await client.library.open({ path: pathOf('乙') })
    await take(out)
    await saveNow(client, product.id, { summary: '乙补充的' })
    await done(client, client.packages.make({ ids: [product.id], title: '回', to: back }))
    await client.library.open({ path: root })
    await take(back)
    expect(await client.records.get({ id: product.id })).toMatchObject({ content: { summary: '乙补充的' }, local: { received: { library: { name: '乙' } } } })
    expect(await problems()).toEqual([])
    return { product, path, edition }
  }

  it('an own edition that was forged whole is told, and one that was deleted is missed', async () => {
    const { product, path } = await cameBack()
    const { signature: _signature, ...unsigned } = forgedOf(Edition.parse(JSON.parse(await readFile(path, 'utf8'))))
    const seal = sealOf(unsigned)
    const forgedPath = libraryPaths(root).edition(product.id, seal)
    await rm(path)
    await writeFile(forgedPath, formatJson({ ...unsigned, seal }))
    expect(await problems()).toMatchObject([{ path: forgedPath, failure: { code: 'store_corrupt', data: { reason: 'of no revision of its product' } } }])
    await rm(forgedPath)
    expect(await problems()).toMatchObject([{ failure: { code: 'not_found', data: { kind: 'edition', id: '1' } } }])
  })
})

describe('the number that was given last', () => {
  const steps = (count: number) => Array.from({ length: count }, () => ({ move: 'release', from: 'pilot', to: 'released', by: { name: '王敏', unit: '甲' }, at: '2026-10-08T06:00:00.000Z', judged: 'a'.repeat(64) }))

  it('is that of an edition, or what the product says as far as its releases bear it out', () => {
    const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 5 })).map((found) => found.map((number) => ({ number })))
    fc.assert(fc.property(numbers, fc.integer({ min: 1, max: 99_999 }), fc.nat({ max: 5 }), (intact, said, releases) => {
      const highest = Math.max(0, ...intact.map(({ number }) => number))
      const latest = latestNumber({ fields: { edition: said }, stageHistory: steps(releases) }, intact)
      expect(latest).toBe(said > highest && said <= highest + releases ? said : highest)
    }))
  })
})

describe('the keys of a library', () => {
  it('that can not be read keep no standard from being released: it says that nobody vouches for it', async () => {
    const { product, edition } = await released()
    const { id } = JSON.parse(await readFile(join(root, 'library.json'), 'utf8')) as { id: string }
    await writeFile(join(home.home, 'config', 'keys', `${id}.json`), '{')
    await saveNow(client, product.id, { summary: '第二版的摘要' })
    expect(await release(product)).toMatchObject({ number: 2, signature: 'none', intact: true })
    expect(await editions(product.id)).toMatchObject([{ number: 2, signature: 'none' }, { seal: edition.seal, signature: 'unknown' }])
  })

  it('that were replaced vouch for what they signed while they were in use', async () => {
    const { product } = await released()
    await client.keys.replace()
    expect(await editions(product.id)).toMatchObject([{ signature: 'own' }])
  })
})
