/**
 * Who made a package: `signature.json` is a flattened JWS (RFC 7515) over the exact bytes of `manifest.json`, which it does not hold itself
 * (RFC 7797). Keys are Ed25519 (RFC 8037); a key is named by its thumbprint (RFC 7638).
 */
import { calculateJwkThumbprint, decodeProtectedHeader, exportJWK, FlattenedSign, flattenedVerify, generateKeyPair } from 'jose'
import { z } from 'zod'

const algorithm = 'Ed25519'
/** What RFC 8037 called the same. */
const algorithms = [algorithm, 'EdDSA']

const keyPart = z.string().regex(/^[A-Za-z0-9_-]{43}$/)

/** The public half of a signing key. */
export const PublicJwk = z.object({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: keyPart })
export type PublicJwk = z.infer<typeof PublicJwk>

/** Both halves: `d` never leaves this machine but in an encrypted copy. */
export const PrivateJwk = PublicJwk.extend({ d: keyPart })
export type PrivateJwk = z.infer<typeof PrivateJwk>

export const publicJwk = (x: string): PublicJwk => ({ kty: 'OKP', crv: 'Ed25519', x })

/** The SHA-256 that names a key, 43 characters of base64url. */
export const thumbprintOf = async (x: string): Promise<string> => calculateJwkThumbprint(publicJwk(x), 'sha256')

/** A thumbprint to be compared aloud: eight groups of five digits, each from four of its 32 bytes. */
export const fingerprintOf = (thumbprint: string): string => {
  const bytes = Buffer.from(thumbprint, 'base64url')
  return Array.from({ length: 8 }, (_, index) => String(bytes.readUInt32BE(index * 4) % 100_000).padStart(5, '0')).join(' ')
}

export const newSigningKey = async (): Promise<PrivateJwk> => {
  const { privateKey } = await generateKeyPair(algorithm, { extractable: true })
  return PrivateJwk.parse(await exportJWK(privateKey))
}

/** Base64url as it is written: bits that mean nothing are zero, so that there is one way to say the same. */
const Encoded = z.string().max(4096).refine((text) => Buffer.from(text, 'base64url').toString('base64url') === text)

/** Nothing of it may be left out, and nothing may stand beside it. */
const DetachedSignature = z.strictObject({ protected: Encoded, signature: Encoded.length(86) })

const ProtectedHeader = z.strictObject({ alg: z.enum(algorithms), b64: z.literal(false), crit: z.tuple([z.literal('b64')]), kid: keyPart, jwk: z.strictObject(PublicJwk.shape) })

/** A signature that was verified: the key that made it, and its thumbprint. */
export interface Signature { jwk: PublicJwk; kid: string }

/** Signs bytes; answers the bytes of a signature file. */
export const signBytes = async (bytes: Uint8Array, key: PrivateJwk): Promise<Uint8Array> => {
  const jwk = publicJwk(key.x)
  const header = { alg: algorithm, b64: false, crit: ['b64'], kid: await thumbprintOf(key.x), jwk }
  const { protected: protectedHeader, signature } = await new FlattenedSign(bytes).setProtectedHeader(header).sign(key)
  return Buffer.from(`${JSON.stringify({ protected: protectedHeader, signature })}\n`)
}

const parsed = (bytes: Uint8Array): z.infer<typeof DetachedSignature> | undefined => {
  try {
    return DetachedSignature.safeParse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))).data
  } catch {
    return undefined
  }
}

const headerOf = (jws: z.infer<typeof DetachedSignature>): z.infer<typeof ProtectedHeader> | undefined => {
  try {
    return ProtectedHeader.safeParse(decodeProtectedHeader(jws)).data
  } catch {
    return undefined
  }
}

/** Who signed these bytes; undefined where the signature is not what it should be, whatever is wrong with it. */
export const verifySignature = async (signature: Uint8Array, bytes: Uint8Array): Promise<Signature | undefined> => {
  const jws = parsed(signature)
  if (!jws) return undefined
  const header = headerOf(jws)
  if (!header) return undefined
  if (header.kid !== await thumbprintOf(header.jwk.x)) return undefined
  try {
    await flattenedVerify({ ...jws, payload: bytes }, header.jwk, { algorithms })
    return { jwk: publicJwk(header.jwk.x), kid: header.kid }
  } catch {
    return undefined
  }
}
