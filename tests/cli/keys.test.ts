/** Keys and trust on the command line, as processes: a card is compared, a package is signed, encrypted, opened and refused. */
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { createTestHome } from '../support/testCore'
import { startCli, type CliRun } from './runCli'

let home: string
let work: string
let number = ''
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'liangfang-cli-keys-'))
  work = join(home, '工作')
  await mkdir(work)
  const maker = await createTestHome()
  const { client } = await maker.open()
  await client.library.create({ path: join(home, '乙'), name: '乙库', unit: '变电运维中心', unitCode: 'BD1' })
  await client.library.create({ path: join(home, '甲'), name: '甲库', unit: '输电运检中心', unitCode: 'SD1' })
  number = (await client.records.create({ type: 'case', content: { title: '受控案例', confidentiality: 'restricted' } })).content.number
  await maker.remove()
  await writeFile(join(work, '口令'), '三号塔 接地线 双确认\n')
  await writeFile(join(work, '错口令'), '三号塔\n')
})
afterAll(async () => rm(home, { recursive: true, force: true }))

const cli = async (library: string, ...args: string[]): Promise<CliRun> => startCli(join(home, '设置'), work, [...args, '-l', join(home, library)]).ended

it('keys are shown, copied and recovered, and their card is trusted once the digits were compared', async () => {
  expect((await cli('甲', 'keys', 'show')).out).toContain('no keys of the library yet')
  expect(await cli('甲', 'keys', 'card', '甲.lfcard')).toMatchObject({ code: 0 })
  expect(await cli('甲', 'keys', 'export', '甲.lfkeys')).toMatchObject({ code: 3, out: expect.stringContaining('--passphrase-file') })
  expect(await cli('甲', 'keys', 'export', '甲.lfkeys', '--passphrase-file', '口令')).toMatchObject({ code: 0 })
  expect((await cli('甲', 'keys', 'recover', '甲.lfkeys', '--passphrase-file', '错口令')).err).toContain('This is not the passphrase')
  expect(await cli('甲', 'keys', 'recover', '甲.lfkeys', '--passphrase-file', '口令')).toMatchObject({ code: 0 })
  const compare = await cli('乙', 'keys', 'trust', '甲.lfcard', '--json')
  expect(compare.code).toBe(3)
  const { fingerprint } = z.object({ fingerprint: z.string() }).parse(JSON.parse(compare.out))
  expect((await cli('甲', 'keys', 'show')).out).toContain(fingerprint)
  expect(await cli('乙', 'keys', 'trust', '甲.lfcard', '--fingerprint', fingerprint.replace(/\d$/, (last) => (last === '0' ? '1' : '0')))).toMatchObject({ code: 3 })
  expect(await cli('乙', 'keys', 'trust', '甲.lfcard', '--fingerprint', fingerprint.replaceAll(' ', ''))).toMatchObject({ code: 0, out: 'Trusted  输电运检中心\n' })
}, 120_000)

it('a restricted record leaves signed and encrypted to a unit, which takes it until it revokes', async () => {
  await cli('乙', 'keys', 'card', '乙.lfcard')
  const { fingerprint } = z.object({ fingerprint: z.string() }).parse(JSON.parse((await cli('甲', 'keys', 'trust', '乙.lfcard', '--json')).out))
  await cli('甲', 'keys', 'trust', '乙.lfcard', '--fingerprint', fingerprint)
  expect(await cli('甲', 'pack', number, '-o', '包.lfpkg', '--sign')).toMatchObject({ code: 3 })
  expect((await cli('甲', 'pack', number, '-o', '包.lfpkg', '--sign', '--to', '谁')).code).toBe(3)
  expect(await cli('甲', 'pack', number, '-o', '包.lfpkg', '--sign', '--to', '变电运维中心')).toMatchObject({ code: 0 })
  expect((await cli('乙', 'open', '包.lfpkg')).out).toContain('signed by a trusted unit: 输电运检中心　encrypted')
  expect(await cli('乙', 'open', '包.lfpkg', '--take')).toMatchObject({ code: 0 })
  expect(await cli('乙', 'keys', 'revoke', '输电运检中心', '--reason', '密钥遗失')).toMatchObject({ code: 0 })
  const refused = await cli('乙', 'open', '包.lfpkg', '--take', '--accept')
  expect(refused.code).toBe(3)
  expect(refused.err).toContain('was revoked')
}, 120_000)
