/** Answers `POST /uploads?name=…&batch=…`: the body is the file, the answer where it lies or a failure of the contract. */
import { z } from 'zod'
import { toFailure, type ErrorCode } from '#shared/contract/errors'
import type { Uploads } from './uploads'

const Query = z.object({ name: z.string().min(1).max(4096), batch: z.uuid().optional() })

const statuses: Partial<Record<ErrorCode, number>> = { file_unreadable: 413, store_write_failed: 507 }

const failed = (code: ErrorCode, data: unknown): Response => Response.json({ code, data }, { status: statuses[code] ?? 422 })

export const uploadResponse = async (request: Request, uploads: Uploads): Promise<Response> => {
  const query = Query.safeParse(Object.fromEntries(new URL(request.url).searchParams))
  if (!query.success) {
    const issues = query.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }))
    return failed('invalid', { issues })
  }
  try {
    return Response.json(await uploads.receive({ ...query.data, body: request.body }))
  } catch (error) {
    const failure = toFailure(error)
    if (!failure) throw error
    return failed(failure.code, failure.data)
  }
}
