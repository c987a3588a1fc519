/** Serves a file that the core made to be downloaded: always as a download, never kept by the browser. */
import { open } from 'node:fs/promises'
import { contentDisposition, streamOf } from './attachments'

/** Answers 404 where the file is gone. */
export const downloadResponse = async (path: string, name: string): Promise<Response> => {
  const file = await open(path).catch(() => undefined)
  if (!file) return new Response(null, { status: 404 })
  const { size } = await file.stat()
  const headers = {
    'Content-Type': 'application/octet-stream', 'Content-Disposition': contentDisposition('attachment', name), 'Content-Length': String(size),
    'X-Content-Type-Options': 'nosniff', 'Cache-Control': 'no-store',
  }
  if (size > 0) return new Response(streamOf(file, 0, size - 1), { headers })
  await file.close()
  return new Response(null, { headers })
}
