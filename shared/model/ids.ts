/** Identities: what they look like and how new ones are made. Records, libraries and devices carry UUIDv7; blocks a shorter id. */
import { v4, v7 } from 'uuid'
import { z } from 'zod'

/** Lower-case UUIDv7 (RFC 9562): the id of a record, library, device or job. */
export const Uuid = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/, 'not a lower-case UUIDv7')

/** Lower-case hex SHA-256: an attachment's, a content's or a revision's hash. */
export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'not a lower-case SHA-256')

/** UTC time with milliseconds, `2026-11-24T06:03:11.123Z`. */
export const Timestamp = z.iso.datetime({ precision: 3 })

/** The id of a block, unique within a body: any non-empty string is read, twelve hex digits are written. */
export const BlockId = z.string().min(1).max(64)

export const newId = (): string => v7()

/** The same id for the same time and the same sixteen bytes or more, wherever it is made: for what two devices make of one thing. */
export const derivedId = (atMs: number, bytes: Uint8Array): string => v7({ msecs: atMs, random: bytes.slice(0, 16) })

/** 48 random bits: a thousand blocks in one body collide once in six hundred million bodies, at a third of a UUID's size on disk. */
export const newBlockId = (): string => v4().replaceAll('-', '').slice(0, 12)
