/** The files that hold a record, one of its revisions or one of its editions: how large one may be, as it is read and as it is written. */
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import type { z } from 'zod'
import { AppError } from '#shared/contract/errors'
import type { RecordFile } from '#shared/model/record'
import { isNestedTooDeep } from '#shared/text/jsonDepth'
import { formatJson } from './canonicalJson'
import { errorCode } from './durableFile'
import { parseDocument } from './jsonFile'

const expand = promisify(gunzip)

/** 20,000 paragraphs take 9 MB. What is larger would keep everybody waiting while it is parsed, for seconds. */
const mostBytes = 32 * 1024 * 1024
/** The trash and editions hold what a record says and more, further to the right: what may be written must be read there too. */
const mostWritten = mostBytes * 0.75

/** Throws `store_corrupt` for a size, in bytes, that no such file has. */
export const expectSize = (path: string, size: number): void => {
  if (size > mostBytes) throw new AppError('store_corrupt', { path, reason: `larger than ${mostBytes} bytes` })
}

/** Reads such a file. Throws what `parseDocument` throws. */
export const parseRecordDocument = <T>(path: string, bytes: Uint8Array, schema: z.ZodType<T>): T => {
  expectSize(path, bytes.length)
  return parseDocument(path, bytes, schema)
}

/** What a file of the history holds, compressed. Throws `store_corrupt`. */
export const expandRevision = async (path: string, bytes: Uint8Array): Promise<Buffer> => expand(bytes, { maxOutputLength: mostBytes }).catch((error: unknown) => {
  const reason = errorCode(error) === 'ERR_BUFFER_TOO_LARGE' ? `holds more than ${mostBytes} bytes` : 'not a whole gzip file'
  throw new AppError('store_corrupt', { path, reason }, { cause: error })
})

/** A record as it is written. Throws `invalid` for one that could not be read again, in its place or in the trash, where it lies one level deeper. */
export const formatRecord = (record: RecordFile): string => {
  if (isNestedTooDeep({ record })) throw new AppError('invalid', { issues: [{ path: 'body', message: 'nested too deep' }] })
  const data = formatJson(record)
  if (Buffer.byteLength(data) > mostWritten) throw new AppError('invalid', { issues: [{ path: 'body', message: `larger than ${mostWritten} bytes` }] })
  return data
}
