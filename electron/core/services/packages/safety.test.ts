/** Signing, encrypting and believing packages, through the contract: two libraries of one home with keys of their own. */
import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { toFailure, type Failure } from '#shared/contract/errors'
import type { Job } from '#shared/contract/jobs'
import type { OpenedPackage } from '#shared/contract/packages'
import type { PackageSafety } from '#shared/contract/packageSafety'
import { createTestHome, type TestCore, type TestHome } from '../../../../tests/support/testCore'

let home: TestHome
let client: TestCore['client']
let now: number

const pathOf = (name: string): string => join(home.home, name)
const file = (): string => pathOf('资料包.lfpkg')

beforeEach(async () => {
  home = await createTestHome()
  now = Date.now()
  ;({ client } = await home.open({ now: () => now }))
  await client.library.create({ path: pathOf('甲'), name: '甲库', unit: '输电运检中心', unitCode: 'SD1' })
})
afterEach(async () => home.remove())

const failureOf = async (call: Promise<unknown>): Promise<Failure | undefined> => toFailure(await call.then(() => undefined, (error: unknown) => error))

const ended = async (started: Promise<{ jobId: string }>): Promise<Job> => {
  const { jobId } = await started
  return vi.waitFor(async () => {
    const job = await client.jobs.get({ id: jobId })
    expect(job.state).not.toBe('running')
    return job
  }, { timeout: 60_000, interval: 5 })
}

const done = async (started: Promise<{ jobId: string }>): Promise<string> => {
  const job = await ended(started)
  expect(job).toMatchObject({ state: 'done', failure: null })
  return job.id
}

const signed: PackageSafety = { sign: true, encrypt: null }

const send = async (safety: PackageSafety, confidentiality: 'internal' | 'restricted' = 'internal'): Promise<string> => {
  const record = await client.records.create({ type: 'case', content: { title: '地线编号错位', confidentiality } })
  await done(client.packages.make({ ids: [record.id], title: '资料包', to: file(), safety }))
  return record.id
}

const openIn = async (name: string): Promise<void> => {
  const found = await readdir(home.home)
  if (found.includes(name)) await client.library.open({ path: pathOf(name) })
  else await client.library.create({ path: pathOf(name), name: `${name}库`, unit: '变电运维中心', unitCode: 'BD1' })
}

const open = async (passphrase?: string): Promise<OpenedPackage & { jobId: string }> => {
  const jobId = await done(client.packages.open({ path: file(), ...passphrase !== undefined && { passphrase } }))
  return { ...await client.packages.opened({ jobId }), jobId }
}

/** Trusts whoever signed the package that is opened. */
const trustSender = async ({ manifest: { library, keys } }: OpenedPackage) => {
  if (!keys) throw new Error('it names no keys')
  return client.keys.trust({ unit: library.unit, library, keys, note: '电话核对' })
}

const plainCopies = async (): Promise<string[]> => (await readdir(pathOf('cache/opened'), { recursive: true }).catch((): string[] => [])).filter((name) => name.includes('/'))

describe('a signed package', () => {
  it('is unknown at first, trusted once its key is, and refused for good when that is revoked', async () => {
    await send(signed)
    await openIn('乙')
    const opened = await open()
    expect(opened.signature).toMatchObject({ standing: 'unknown', trusted: null, warning: null, fingerprint: expect.stringMatching(/^\d{5}( \d{5}){7}$/) })
    expect(await failureOf(client.packages.take({ jobId: opened.jobId })))
      .toEqual({ code: 'package_untrusted', data: { path: file(), standing: 'unknown', fingerprint: opened.signature.fingerprint } })
    const key = await trustSender(opened)
    expect(key.fingerprint).toBe(opened.signature.fingerprint)
    expect((await client.packages.opened({ jobId: opened.jobId })).signature).toMatchObject({ standing: 'trusted', trusted: { id: key.id, unit: '输电运检中心' } })
    await done(client.packages.take({ jobId: opened.jobId }))
    expect(await client.packages.exchanges()).toMatchObject([{ direction: 'received', encrypted: null, signature: { standing: 'trusted', fingerprint: key.fingerprint } }])
    await client.keys.revoke({ id: key.id, reason: '密钥遗失' })
    expect(await failureOf(client.packages.take({ jobId: opened.jobId, accept: true }))).toMatchObject({ code: 'package_untrusted', data: { standing: 'revoked' } })
    await client.keys.forget({ id: key.id })
    expect((await client.packages.opened({ jobId: opened.jobId })).signature.standing).toBe('unknown')
  })

  it('is its own in the library that made it, and said so in its ledger', async () => {
    await send(signed)
    expect((await open()).signature).toMatchObject({ standing: 'own' })
    expect(await client.packages.exchanges()).toMatchObject([{ direction: 'sent', signature: { standing: 'own' }, encrypted: null, restricted: [] }])
  })

  it('is unknown, with a warning, where its key is trusted for another library, or its library by another key', async () => {
    await send(signed)
    await openIn('乙')
    const opened = await open()
    const key = await client.keys.trust({ unit: '检修公司', library: { id: (await client.library.current())?.library.id ?? '', name: '丙库' }, keys: opened.manifest.keys ?? { signing: '', encryption: '' }, note: '' })
    expect((await open()).signature).toMatchObject({ standing: 'unknown', warning: 'otherLibrary', trusted: { id: key.id } })
    await client.keys.forget({ id: key.id })
    const trusted = await trustSender(opened)
    await openIn('甲')
    await client.keys.replace()
    await send(signed)
    await openIn('乙')
    expect((await open()).signature).toMatchObject({ standing: 'unknown', warning: 'otherKey', trusted: { id: trusted.id } })
  })

  it('that is not signed is taken only where that is accepted', async () => {
    await send({ sign: false, encrypt: null })
    await openIn('乙')
    const { jobId, signature } = await open()
    expect(signature).toMatchObject({ standing: 'unsigned', fingerprint: '' })
    expect(await failureOf(client.packages.take({ jobId }))).toMatchObject({ code: 'package_untrusted', data: { standing: 'unsigned' } })
    await done(client.packages.take({ jobId, accept: true }))
    expect(await client.packages.exchanges()).toMatchObject([{ signature: null }])
  })

  it('says where it was made in the future', async () => {
    now += 3 * 24 * 60 * 60 * 1000
    await send(signed)
    expect((await open()).clockAhead).toBe(false)
    now -= 2 * 24 * 60 * 60 * 1000
    expect((await open()).clockAhead).toBe(true)
  })
})

describe('an encrypted package', () => {
  it('is opened by whom it is for and by its maker, by nobody else, and leaves no plain copy behind', async () => {
    await openIn('乙')
    await client.keys.card({ to: pathOf('乙.lfcard') })
    await openIn('甲')
    const card = await client.keys.readCard({ path: pathOf('乙.lfcard') })
    const key = await client.keys.trust({ unit: card.library.unit, library: card.library, keys: card.keys, note: '' })
    await send({ sign: true, encrypt: { to: [key.id] } })
    expect((await readFile(file())).toString('latin1', 0, 21)).toBe('age-encryption.org/v1')
    expect(await open()).toMatchObject({ encrypted: 'recipients', signature: { standing: 'own' }, path: file(), size: (await stat(file())).size })
    await openIn('丙')
    expect(await plainCopies()).toEqual([])
    expect((await ended(client.packages.open({ path: file() }))).failure).toEqual({ code: 'package_locked', data: { path: file(), needs: 'key', wrong: false } })
    await openIn('乙')
    const { jobId } = await open()
    const [copy = ''] = (await plainCopies())
    expect((await stat(join(pathOf('cache/opened'), copy))).mode & 0o777).toBe(0o600)
    await done(client.packages.take({ jobId, accept: true }))
    expect(await plainCopies()).toEqual([])
    expect(await client.packages.exchanges()).toMatchObject([{ encrypted: 'recipients', size: (await stat(file())).size }])
    expect(await failureOf(client.packages.take({ jobId, accept: true }))).toMatchObject({ code: 'package_locked' })
    await client.keys.replace()
    expect((await open()).counts.new).toBe(0)
  })

  it('asks for its passphrase, and tells one that is wrong', async () => {
    await send({ sign: false, encrypt: { passphrase: '三号塔 接地线 双确认' } })
    expect((await ended(client.packages.open({ path: file() }))).failure).toMatchObject({ code: 'package_locked', data: { needs: 'passphrase', wrong: false } })
    expect((await ended(client.packages.open({ path: file(), passphrase: '三号塔接地线双确认' }))).failure).toMatchObject({ code: 'package_locked', data: { needs: 'passphrase', wrong: true } })
    expect((await open('三号塔 接地线 双确认')).encrypted).toBe('passphrase')
  }, 60_000)

  it('that was cut off is refused, and leaves no plain copy', async () => {
    await openIn('乙')
    const { library, keys } = await client.keys.create()
    await openIn('甲')
    const key = await client.keys.trust({ unit: library.unit, library, keys, note: '' })
    await send({ sign: true, encrypt: { to: [key.id] } })
    await writeFile(file(), (await readFile(file())).subarray(0, -5))
    expect((await ended(client.packages.open({ path: file() }))).failure).toMatchObject({ code: 'package_damaged', data: { path: file(), problem: 'changed' } })
    expect(await plainCopies()).toEqual([])
    await client.keys.revoke({ id: key.id, reason: '换了密钥' })
    expect(await failureOf(send({ sign: true, encrypt: { to: [key.id] } }))).toMatchObject({ code: 'not_found', data: { kind: 'key' } })
  })
})

describe('restricted records', () => {
  it('leave signed and encrypted alone, and are named in the ledger', async () => {
    for (const safety of [signed, { sign: false, encrypt: { passphrase: '三号塔 接地线 双确认' } }]) {
      expect(await failureOf(send(safety, 'restricted'))).toMatchObject({ code: 'restricted_content' })
    }
    const id = await send({ sign: true, encrypt: { passphrase: '三号塔 接地线 双确认' } }, 'restricted')
    expect(await client.packages.exchanges()).toMatchObject([{ encrypted: 'passphrase', signature: { standing: 'own' }, restricted: [id] }])
  })
})
