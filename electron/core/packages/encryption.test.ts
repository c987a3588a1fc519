/** Packages as age files: opened by who they are for, refused to everybody else, and never half believed. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hashOf, manifestOf } from '../../../tests/support/packages'
import { replaceFile } from '../store/durableFile'
import { decrypted, encryptBytes, encrypted, encryptionOf, isRecipient, newIdentity, recipientOf, type DecryptWith } from './encryption'
import { openPackage } from './openPackage'
import { collect } from './packageFile'
import { writePackage } from './writePackage'

/** Written by the age program, version 1.1.1. */
const byAge = {
  identity: 'AGE-SECRET-KEY-1TSCYL0K4J9AF9JRD3L9H5Y7PUWVMDN38ZK3QDT20KFS3LLQXQCLS9S2PF8',
  recipient: 'age179vue64jp8szl6xszpps5u9zegrdwgndzt6zcjj64n6887jnydgss9ufer',
  file: 'YWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IFgyNTUxOSBzNUxhajZNVW5XLytFS1MrbHRxaTVXNjBVTzY4alowc0JGdEJtcE44TFZvCktudGtWVHlmZ2xhS1JGaUt4ZTRINnJvMzg2Qk8zUlVTck9uR2FjYTZrOTgKLS0tIFR5NFZmTTJrb0crNHBvNHZxQUR3cnQwRDlrMnZHdXVGOGZOMFhKUWo5elEKyAr4DJBJtyQY7dZK5OZ/1fyQnjUy3Ho3qPrrhA2Q65UxMEsjgiEJGWyL3L27PsmDuEWty2c=',
  text: '接地线编号核对',
}
const path = '包.lfpkg'

let folder: string
let mine: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'liangfang-encryption-'))
  mine = await newIdentity()
})
afterAll(async () => rm(folder, { recursive: true, force: true }))

async function* pieces(bytes: Uint8Array, size = 1000): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(Buffer.from(bytes.subarray(at, at + size)))
}

const asBuffers = async (chunks: AsyncIterable<Uint8Array>): Promise<Buffer> => {
  const all: Uint8Array[] = []
  for await (const chunk of chunks) all.push(chunk)
  return Buffer.concat(all)
}

const open = async (bytes: Uint8Array, keys: DecryptWith): Promise<Buffer> => asBuffers(decrypted(path, pieces(bytes), keys))
const withMine = (): DecryptWith => ({ identities: [mine] })

describe('a file that the age program wrote', () => {
  it('is opened by the key that it is for', async () => {
    expect(await recipientOf(byAge.identity)).toBe(byAge.recipient)
    expect((await open(Buffer.from(byAge.file, 'base64'), { identities: [mine, byAge.identity] })).toString()).toBe(byAge.text)
  })

  it('is refused to another key, and it is said that a key is needed', async () => {
    await expect(open(Buffer.from(byAge.file, 'base64'), { ...withMine(), passphrase: '猜一猜' }))
      .rejects.toMatchObject({ code: 'package_locked', data: { path, needs: 'key', wrong: false } })
  })
})

describe('an encrypted file', () => {
  it('comes back as it was, of whatever length', async () => {
    const recipients = [await recipientOf(mine)]
    for (const length of [0, 1, 65_535, 65_536, 65_537, 300_000]) {
      const plain = Buffer.alloc(length, length % 251)
      expect(hashOf(await open(await asBuffers(encrypted(pieces(plain, 70_000), { recipients })), withMine()))).toBe(hashOf(plain))
    }
  })

  it('is refused wherever it was changed or cut off', async () => {
    const bytes = Buffer.from(await encryptBytes(Buffer.alloc(70_000, 7), { recipients: [await recipientOf(mine)] }))
    for (const at of [0, 10, 30, 60, 150, 200, 240, 1000, 66_000, bytes.length - 1]) {
      const changed = Buffer.from(bytes)
      changed.writeUInt8(changed.readUInt8(at) ^ 1, at)
      await expect(open(changed, withMine())).rejects.toMatchObject({ code: expect.stringMatching(/^package_(damaged|locked)$/) })
      await expect(open(bytes.subarray(0, at), withMine())).rejects.toMatchObject({ code: 'package_damaged' })
    }
  })

  it('is not read on where its header does not end', async () => {
    await expect(open(Buffer.from(`age-encryption.org/v1\n${'-> a b\n'.repeat(20_000)}`), withMine())).rejects.toMatchObject({ code: 'package_damaged', data: { problem: 'unreadable_part' } })
  })

  it('may not ask for more memory than we use ourselves', async () => {
    const greedy = `age-encryption.org/v1\n-> scrypt ${'A'.repeat(22)} 30\n${'A'.repeat(43)}\n--- ${'A'.repeat(43)}\n${'x'.repeat(40)}`
    await expect(open(Buffer.from(greedy), { identities: [], passphrase: '口令' })).rejects.toMatchObject({ code: 'package_damaged', data: { problem: 'unreadable_part' } })
  })

  it('is known by its beginning', async () => {
    const file = join(folder, 'age')
    await writeFile(file, Buffer.from(byAge.file, 'base64'))
    expect(await encryptionOf(file)).toBe('recipients')
    await writeFile(file, 'age-encryption.org/v1\n-> scrypt ')
    expect(await encryptionOf(file)).toBe('passphrase')
    await writeFile(file, 'PK')
    expect(await encryptionOf(file)).toBeNull()
    await expect(encryptionOf(join(folder, 'gone'))).rejects.toMatchObject({ code: 'file_unreadable' })
  })
})

it('a passphrase opens what it closed, asks where none was given, and says where it is wrong', async () => {
  const bytes = await encryptBytes(Buffer.from('受控'), { passphrase: '十字路口 三号塔' })
  expect((await open(bytes, { identities: [mine], passphrase: '十字路口 三号塔' })).toString()).toBe('受控')
  await expect(open(bytes, withMine())).rejects.toMatchObject({ code: 'package_locked', data: { needs: 'passphrase', wrong: false } })
  await expect(open(bytes, { identities: [], passphrase: '十字路口三号塔' })).rejects.toMatchObject({ code: 'package_locked', data: { needs: 'passphrase', wrong: true } })
}, 60_000)

it.each(['', 'age1', `age1${'q'.repeat(58)}`, 'age1pq1abc', 'AGE-SECRET-KEY-1'])('%s is nobody’s public key', (text) => { expect(isRecipient(text)).toBe(false) })

it('a package can be written encrypted: its hash is that of the whole file, and inside it is a package', async () => {
  const target = join(folder, 'encrypted.lfpkg')
  const control = { signal: new AbortController().signal, onPart: () => undefined, replaceFile }
  const recipients = [await recipientOf(mine), byAge.recipient]
  const written = await writePackage(target, [], manifestOf, { ...control, encrypt: (chunks) => encrypted(chunks, { recipients }) })
  const bytes = await readFile(target)
  expect(written).toEqual({ sha256: hashOf(bytes), size: bytes.length })
  const inside = join(folder, 'inside')
  await writeFile(inside, await open(bytes, { identities: [byAge.identity] }))
  const opened = await openPackage(inside, { ...control, said: target })
  expect(opened.manifest.title).toBe('一季度案例')
  await opened.close()
  await expect(openPackage(target, control)).rejects.toMatchObject({ code: 'not_a_package' })
  expect((await collect(pieces(bytes))).subarray(0, 3).toString()).toBe('age')
})
