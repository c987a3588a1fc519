/** Serves an attachment over HTTP: what a browser shows harmlessly is shown, all else is a download. */
import { open, type FileHandle } from 'node:fs/promises'
import { attachmentKind } from './attachmentKind'

const sniffedBytes = 4096
const chunkBytes = 128 * 1024

/** RFC 5987: what encodeURIComponent leaves alone but the header does not. */
const encodeFileName = (name: string): string =>
  encodeURIComponent(name.replaceAll(/\p{Surrogate}/gu, '\uFFFD')).replaceAll(/['()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)

export const contentDisposition = (kind: 'inline' | 'attachment', name: string): string => `${kind}; filename*=UTF-8''${encodeFileName(name)}`

interface Range {
  start: number
  end: number
}

/** One range as RFC 9110 writes it; undefined for none, null for one that cannot be met. Several ranges are answered with the whole. */
const requestedRange = (header: string | null, size: number): Range | null | undefined => {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? []
  if (first === undefined || last === undefined || (first === '' && last === '')) return undefined
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first)
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1)
  return start <= end ? { start, end } : null
}

const headersFor = async (file: FileHandle, sha256: string, name: string): Promise<Headers> => {
  const { bytesRead, buffer } = await file.read(Buffer.alloc(sniffedBytes), 0, sniffedBytes, 0)
  const { type, inline } = attachmentKind(buffer.subarray(0, bytesRead))
  return new Headers({
    'Content-Type': type,
    'Content-Disposition': contentDisposition(inline ? 'inline' : 'attachment', name),
    'Content-Security-Policy': "default-src 'none'; img-src 'self'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'",
    'X-Content-Type-Options': 'nosniff',
    'Accept-Ranges': 'bytes',
    // The name is the hash of the bytes: they never change.
    'Cache-Control': 'private, max-age=31536000, immutable',
    ETag: `"${sha256}"`,
  })
}

/** The bytes from `start` to `end`, both included, read as fast as they are taken; the file is closed at the end. */
export const streamOf = (file: FileHandle, start: number, end: number): ReadableStream<Uint8Array> => {
  let at = start
  return new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const { bytesRead, buffer } = await file.read(Buffer.alloc(Math.min(chunkBytes, end - at + 1)), 0, null, at)
      at += bytesRead
      if (bytesRead > 0) controller.enqueue(buffer.subarray(0, bytesRead))
      if (bytesRead > 0 && at <= end) return
      await file.close()
      controller.close()
    },
    cancel: () => file.close(),
  })
}

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT'

/** Answers a request for the attachment at `path`; `name` is what a download is called. */
export const attachmentResponse = async (request: Request, path: string, sha256: string, name: string): Promise<Response> => {
  if (request.headers.get('If-None-Match') === `"${sha256}"`) return new Response(null, { status: 304 })
  const file = await open(path).catch((error: unknown) => {
    if (isMissing(error)) return undefined
    throw error
  })
  if (!file) return new Response(null, { status: 404 })
  try {
    const { size } = await file.stat()
    const headers = await headersFor(file, sha256, name)
    const range = requestedRange(request.headers.get('Range'), size)
    if (range === null) {
      await file.close()
      return new Response(null, { status: 416, headers: { 'Content-Range': `bytes */${size}` } })
    }
    const { start, end } = range ?? { start: 0, end: size - 1 }
    headers.set('Content-Length', String(end - start + 1))
    if (range) headers.set('Content-Range', `bytes ${start}-${end}/${size}`)
    const status = range ? 206 : 200
    if (request.method === 'HEAD' || end < start) {
      await file.close()
      return new Response(null, { status, headers })
    }
    return new Response(streamOf(file, start, end), { status, headers })
  } catch (error) {
    await file.close()
    throw error
  }
}
