/** The keys of a library on a machine: made once, copied, recovered, replaced; and cards that make them known. */
import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { toFailure, type Failure } from '#shared/contract/errors'
import { createTestHome, type TestCore, type TestHome } from '../../../../tests/support/testCore'
import { libraryPaths } from '../../store/folders'

let home: TestHome
let client: TestCore['client']
const pathOf = (name: string): string => join(home.home, name)

beforeEach(async () => {
  home = await createTestHome()
  ;({ client } = await home.open())
  await client.library.create({ path: pathOf('甲'), name: '甲库', unit: '输电运检中心', unitCode: 'SD1' })
})
afterEach(async () => home.remove())

const failureOf = async (call: Promise<unknown>): Promise<Failure | undefined> => toFailure(await call.then(() => undefined, (error: unknown) => error))
const keysPath = async (): Promise<string> => join(home.home, 'config/keys', `${(await client.library.current())?.library.id ?? ''}.json`)

describe('the keys of a library', () => {
  it('are made once, for this user alone to read, and never lie in the library', async () => {
    expect(await client.keys.own()).toBeNull()
    const [first, second] = await Promise.all([client.keys.create(), client.keys.create()])
    expect(second).toEqual(first)
    expect(first).toMatchObject({ library: { name: '甲库', unit: '输电运检中心' }, earlier: [], fingerprint: expect.stringMatching(/^\d{5}( \d{5}){7}$/) })
    expect((await stat(await keysPath())).mode & 0o777).toBe(0o600)
    const { secret, identity } = JSON.parse(await readFile(await keysPath(), 'utf8')) as { secret: string; identity: string }
    for (const entry of await readdir(pathOf('甲'), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue
      const text = await readFile(join(entry.parentPath, entry.name), 'utf8')
      expect(text.includes(secret) || text.includes(identity)).toBe(false)
    }
  })

  it('are the same for two programs that make them at the same moment', async () => {
    const { client: other } = await home.open()
    await other.library.open({ path: pathOf('甲') })
    const [mine, theirs] = await Promise.all([client.keys.create(), other.keys.create()])
    expect(theirs).toEqual(mine)
    expect((await client.keys.own())?.fingerprint).toBe(mine.fingerprint)
  })

  it('that can not be read are left as they are, until others come in their place', async () => {
    await client.keys.create()
    await writeFile(await keysPath(), '{')
    for (const call of [() => client.keys.own(), () => client.keys.create(), () => client.keys.card({ to: null })]) expect(await failureOf(call())).toMatchObject({ code: 'store_corrupt' })
    expect(await readFile(await keysPath(), 'utf8')).toBe('{')
    const { fingerprint } = await client.keys.replace()
    expect((await client.keys.own())?.fingerprint).toBe(fingerprint)
    const [aside] = (await readdir(dirname(await keysPath()))).filter((name) => name.includes('.damaged-'))
    expect(await readFile(join(dirname(await keysPath()), aside ?? ''), 'utf8')).toBe('{')
  })

  it('come back from their copy with the passphrase, and what was made meanwhile is kept', async () => {
    const first = await client.keys.create()
    await client.keys.export({ passphrase: '备份口令一二三四五', to: pathOf('甲.lfkeys') })
    const second = await client.keys.replace()
    expect(second.fingerprint).not.toBe(first.fingerprint)
    expect(second.earlier).toMatchObject([{ fingerprint: first.fingerprint }])
    expect(await failureOf(client.keys.recover({ path: pathOf('甲.lfkeys'), passphrase: '备份口令' }))).toEqual({ code: 'keys_locked', data: { path: pathOf('甲.lfkeys') } })
    expect(await client.keys.recover({ path: pathOf('甲.lfkeys'), passphrase: '备份口令一二三四五' })).toMatchObject({ fingerprint: first.fingerprint, earlier: [{ fingerprint: second.fingerprint }] })
    expect((await client.keys.own())?.fingerprint).toBe(first.fingerprint)
    await client.library.create({ path: pathOf('乙'), name: '乙库', unit: '变电' })
    expect(await failureOf(client.keys.recover({ path: pathOf('甲.lfkeys'), passphrase: '备份口令一二三四五' }))).toMatchObject({ code: 'not_keys', data: { reason: 'keys of another library' } })
  }, 60_000)

  it('are not read from what is no copy', async () => {
    await writeFile(pathOf('x.lfkeys'), 'PK')
    expect(await failureOf(client.keys.recover({ path: pathOf('x.lfkeys'), passphrase: '备份口令一二三四五' }))).toMatchObject({ code: 'not_keys' })
    expect(await failureOf(client.keys.recover({ path: pathOf('gone'), passphrase: '备份口令一二三四五' }))).toMatchObject({ code: 'file_unreadable' })
  })

  it('are neither copied nor shown into the library', async () => {
    for (const call of [() => client.keys.export({ passphrase: '备份口令一二三四五', to: pathOf('甲/甲.lfkeys') }), () => client.keys.card({ to: pathOf('甲/甲.lfcard') })]) expect(await failureOf(call())).toMatchObject({ code: 'invalid' })
  })
})

describe('a key card', () => {
  const written = async (): Promise<string> => {
    await client.keys.card({ to: pathOf('甲.lfcard') })
    return readFile(pathOf('甲.lfcard'), 'utf8')
  }

  it('says whose keys they are, and nothing secret', async () => {
    const text = await written()
    const own = await client.keys.create()
    expect(await client.keys.readCard({ path: pathOf('甲.lfcard') })).toMatchObject({ library: own.library, keys: own.keys, known: { standing: 'own', fingerprint: own.fingerprint } })
    const { secret, identity } = JSON.parse(await readFile(await keysPath(), 'utf8')) as { secret: string; identity: string }
    expect(text.includes(secret) || text.includes(identity)).toBe(false)
  })

  it.each([
    ['unit', (text: string) => text.replaceAll('输电运检中心', '变电运维中心')],
    ['key', (text: string) => text.replace(/age1[a-z0-9]+/, (key) => `${key.slice(0, -1)}${key.endsWith('q') ? 'p' : 'q'}`)],
    ['signature', (text: string) => text.replace(/("signature": ")(.)/, (_, start: string, first: string) => `${start}${first === 'A' ? 'B' : 'A'}`)],
    ['end', (text: string) => text.slice(0, -10)],
  ])('whose %s was changed is refused', async (_what, change) => {
    const text = await written()
    expect(change(text)).not.toBe(text)
    await writeFile(pathOf('改.lfcard'), change(text))
    expect(await failureOf(client.keys.readCard({ path: pathOf('改.lfcard') }))).toMatchObject({ code: 'not_keys' })
  })
})

it('what a newer version wrote into the trust list is carried', async () => {
  const { library, keys } = await client.keys.create()
  const { library: path } = libraryPaths(pathOf('甲'))
  await client.library.close()
  const file = JSON.parse(await readFile(path, 'utf8')) as object
  await writeFile(path, JSON.stringify({ ...file, trusted: [{ kind: 'threshold', of: 3 }] }))
  await client.library.open({ path: pathOf('甲') })
  expect(await client.keys.trusted()).toEqual([])
  const key = await client.keys.trust({ unit: '检修公司', library: { ...library, id: '0192f0c1-2345-7abc-8def-0123456789ab' }, keys, note: '' })
  expect(await client.keys.revoke({ id: key.id, reason: '遗失' })).toMatchObject({ revokedReason: '遗失' })
  expect(await client.keys.trust({ unit: '检修公司', library: key.library, keys, note: '已找回' })).toMatchObject({ id: key.id, revokedAt: null, note: '已找回' })
  expect((JSON.parse(await readFile(path, 'utf8')) as { trusted: unknown[] }).trusted).toMatchObject([{ kind: 'threshold', of: 3 }, { id: key.id }])
})
