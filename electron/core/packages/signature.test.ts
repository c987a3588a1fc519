/** Who signed a package: what is taken for a signature, and what is not, however it was made up. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { FlattenedSign } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exampleParts, forgedPackage, manifestOf, refusalOf, type Forgery } from '../../../tests/support/packages'
import { replaceFile } from '../store/durableFile'
import { openPackage } from './openPackage'
import { newSigningKey, publicJwk, signBytes, thumbprintOf, verifySignature, type PrivateJwk } from './signature'
import { writePackage } from './writePackage'

/** RFC 8037, appendix A.1 and A.3. */
const known = { x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo', thumbprint: 'kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k' }
const encryption = `age1${'q'.repeat(58)}`

let folder: string
let key: PrivateJwk
let other: PrivateJwk
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'liangfang-signature-'))
  key = await newSigningKey()
  other = await newSigningKey()
})
afterAll(async () => rm(folder, { recursive: true, force: true }))

const bytes = Buffer.from('{"title":"一季度案例"}')

const headerOf = async (signer: PrivateJwk) => ({ alg: 'Ed25519', b64: false, crit: ['b64'], kid: await thumbprintOf(signer.x), jwk: publicJwk(signer.x) })

const signedWith = async (header: object, signer: PrivateJwk): Promise<Buffer> => {
  const jws = await new FlattenedSign(bytes).setProtectedHeader({ alg: 'Ed25519', ...header }).sign(signer)
  return Buffer.from(JSON.stringify({ protected: jws.protected, signature: jws.signature }))
}

describe('a signature', () => {
  it('names the key that made it by its thumbprint', async () => {
    expect(await thumbprintOf(known.x)).toBe(known.thumbprint)
    expect(await verifySignature(await signBytes(bytes, key), bytes)).toEqual({ jwk: publicJwk(key.x), kid: await thumbprintOf(key.x) })
  })

  it('holds for these bytes alone', async () => {
    const signature = await signBytes(bytes, key)
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = Buffer.from(bytes)
      changed.writeUInt8(changed.readUInt8(at) ^ 1, at)
      expect(await verifySignature(signature, changed)).toBeUndefined()
    }
  })

  it('is none where any of its own bytes that mean something was changed', async () => {
    const signature = Buffer.from(await signBytes(bytes, key))
    const text = signature.toString()
    for (let at = 0; at < text.trimEnd().length; at += 7) {
      const changed = Buffer.from(signature)
      changed.writeUInt8(changed.readUInt8(at) ^ 1, at)
      expect(await verifySignature(changed, bytes)).toBeUndefined()
    }
  })

  it('is none that another key made, or that leaves out or adds what may not be', async () => {
    const header = await headerOf(key)
    expect(await verifySignature(await signedWith(header, key), bytes)).toBeDefined()
    const odd: [object, PrivateJwk][] = [
      [header, other],
      [{ ...header, kid: await thumbprintOf(other.x) }, key],
      [{ ...header, jwk: publicJwk(other.x) }, key],
      [{ ...header, jwk: { ...key } }, key],
      [{ alg: 'Ed25519', kid: header.kid, jwk: header.jwk }, key],
      [{ ...header, jku: 'https://example.org' }, key],
    ]
    for (const [each, signer] of odd) expect(await verifySignature(await signedWith(each, signer), bytes)).toBeUndefined()
  })

  it.each(['', '{', '[]', 'null', '{"protected":"","signature":""}', '{"protected":"e30","signature":"AA"}', JSON.stringify({ protected: Buffer.from('{"alg":"none"}').toString('base64url'), signature: 'A'.repeat(86) })])(
    'is none that says %s', async (text) => { expect(await verifySignature(Buffer.from(text), bytes)).toBeUndefined() },
  )
})

describe('a signed package', () => {
  it('says who signed it, and one that is not signed says nobody', async () => {
    const path = join(folder, 'signed.lfpkg')
    const control = { signal: new AbortController().signal, onPart: () => undefined, replaceFile }
    const keys = { signing: key.x, encryption }
    const page = { path: 'index.html', async *chunks() { yield await Promise.resolve(Buffer.from('<!doctype html>')) } }
    const about = { format: 2, confidentiality: 'public' } as const
    await writePackage(path, [page], (files) => manifestOf(files, { ...about, keys }), { ...control, sign: async (manifest) => signBytes(manifest, key) })
    const signed = await openPackage(path, control)
    expect(signed.signature).toEqual({ jwk: publicJwk(key.x), kid: await thumbprintOf(key.x) })
    await signed.close()
    await writePackage(path, [page], (files) => manifestOf(files, about), control)
    const unsigned = await openPackage(path, control)
    expect(unsigned.signature).toBeNull()
    await unsigned.close()
  })

  const refusal = async (forgery: Forgery): Promise<string | undefined> => refusalOf(join(folder, 'forged.lfpkg'), forgedPackage(exampleParts(), forgery))
  const said: NonNullable<Forgery['manifest']> = (files) => manifestOf(files, { keys: { signing: key.x, encryption } })
  const withSignature = (data: Buffer): NonNullable<Forgery['entries']> => (entries) => [...entries, { name: 'signature.json', data, method: 8 }]

  it('is refused where its signature is of something else, by another key than it says, too large, twice there, or gone', async () => {
    expect(await refusal({ manifest: said })).toBe('bad_signature')
    expect(await refusal({ manifest: said, entries: withSignature(Buffer.from(await signBytes(bytes, key))) })).toBe('bad_signature')
    expect(await refusal({ manifest: said, entries: withSignature(Buffer.from('{}')) })).toBe('bad_signature')
    expect(await refusal({ manifest: said, entries: withSignature(Buffer.alloc(20_000, ' ')) })).toBe('bad_signature')
    const manifest = Buffer.from(JSON.stringify(manifestOf([], { keys: { signing: other.x, encryption } })))
    const signature = Buffer.from(await signBytes(manifest, key))
    const parts: Forgery = { manifest: () => manifest, entries: withSignature(signature) }
    expect(await refusalOf(join(folder, 'forged.lfpkg'), forgedPackage([], parts))).toBe('bad_signature')
    expect(await refusal({ manifest: said, entries: (entries) => [...entries, ...[1, 2].map(() => ({ name: 'signature.json', data: signature, method: 8 as const }))] })).toBe('duplicate_path')
  })

  it('may not list its signature as a file of its own', async () => {
    const path = join(folder, 'listed.lfpkg')
    await writeFile(path, '')
    const data = Buffer.from('{}')
    expect(await refusalOf(path, forgedPackage([{ path: 'signature.json', data }]))).toBe('odd_path')
  })
})
