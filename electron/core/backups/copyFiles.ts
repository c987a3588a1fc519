/** Copies files of a library into the parts of a run, and leaves where it is what an earlier run holds already. */
import { errorCode } from '../store/durableFile'
import type { BackedUpFile } from '#shared/model/backup'
import { describeRecord, isHead } from './describeRecord'
import { isFixed, type Limits } from './format'
import { preparedAhead } from './inParallel'
import type { LibrarySource, ListedFile } from './listLibrary'
import type { PartWriter } from './partWriter'
import { hashSource, readWhole, streamSource, type ReadFile } from './readSource'

const ahead = 16
const streamTries = 3

export interface Copying {
  source: LibrarySource
  writer: PartWriter
  limits: Limits
  signal: AbortSignal
  /** What an earlier run holds of a path, where its part is there and no damage is known of. */
  before: (path: string) => BackedUpFile | undefined
  /** A file is known now; `isNew` where this run holds it. */
  onFile: (file: BackedUpFile, isNew: boolean) => void
  /** A file is gone by now. */
  onGone: (path: string) => void
  onUnreadable: (path: string, reason: string) => void
}

type Prepared = { path: string } & (
  | { kind: 'kept'; file: BackedUpFile }
  | { kind: 'read'; read: ReadFile }
  | { kind: 'large' } | { kind: 'gone' } | { kind: 'unreadable'; reason: string }
)

/** Whether a path is that of the attachment with a hash: damage to the one that is here must not take the place of the copy that is right. */
const isAttachment = (path: string, sha256: string): boolean => path === `attachments/${sha256.slice(0, 2)}/${sha256}`

const prepare = async ({ source, before, limits }: Copying, { path, size, modified }: ListedFile): Promise<Prepared> => {
  const known = before(path)
  if (known && isFixed(path) && known.size === size && known.modified === modified) return { path, kind: 'kept', file: known }
  try {
    const isLarge = size > limits.smallFile
    if (isLarge && !known) return { path, kind: 'large' }
    const read = isLarge ? undefined : await readWhole(source, path)
    const sha256 = isLarge ? await hashSource(source, path) : read?.sha256
    if (known && known.sha256 === sha256) return { path, kind: 'kept', file: { ...known, modified: read?.modified ?? modified } }
    if (known && sha256 !== undefined && isAttachment(path, known.sha256)) return { path, kind: 'unreadable', reason: 'its bytes do not have the hash of its name' }
    if (isLarge) return { path, kind: 'large' }
    return read ? { path, kind: 'read', read } : { path, kind: 'gone' }
  } catch (error) {
    return errorCode(error) === 'ENOENT' ? { path, kind: 'gone' } : { path, kind: 'unreadable', reason: errorCode(error) }
  }
}

/** A file that changes while it is copied is copied again, into the next part. */
const copyLarge = async ({ source, writer, onFile, onGone, onUnreadable }: Copying, path: string): Promise<void> => {
  for (let attempt = 1; attempt <= streamTries; attempt += 1) {
    const streamed = await streamSource(source, path).catch((error: unknown) => ({ failed: errorCode(error) }))
    if (!streamed) { onGone(path); return }
    if ('failed' in streamed) { onUnreadable(path, streamed.failed); return }
    const part = await writer.addStream(path, streamed.chunks())
    const result = streamed.result()
    if (result) { onFile({ path, ...result, part }, true); return }
    await writer.endPart()
    if (streamed.failure() !== undefined) { onUnreadable(path, errorCode(streamed.failure())); return }
  }
  onUnreadable(path, 'EBUSY')
}

export const copyFiles = async (copying: Copying, files: readonly ListedFile[]): Promise<void> => {
  const { writer, signal, onFile, onGone, onUnreadable } = copying
  for await (const prepared of preparedAhead(files, ahead, async (file) => prepare(copying, file))) {
    signal.throwIfAborted()
    const { path } = prepared
    switch (prepared.kind) {
      case 'kept': onFile(prepared.file, false); break
      case 'gone': onGone(path); break
      case 'unreadable': onUnreadable(path, prepared.reason); break
      case 'large': await copyLarge(copying, path); break
      case 'read': {
        const { bytes, size, modified, sha256 } = prepared.read
        const part = await writer.add(path, bytes)
        const record = isHead(path) ? describeRecord(path, bytes) : undefined
        onFile({ path, size, modified, sha256, part, ...(record && { record }) }, true)
      }
    }
  }
}
