/** A library on disk whose records have attachments, written as the store would, for benches of what leaves it. */
import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { formatJson } from '#core/store/canonicalJson'
import { libraryPaths } from '#core/store/folders'
import { makeLibraryFolder } from '#core/store/libraryFolder'
import { firstRevision, settleContent } from '#core/store/revisions'
import type { Body } from '#shared/model/body/body'
import { newId } from '#shared/model/ids'
import type { RecordContent } from '#shared/model/record'
import { benchContent } from './store/makeLibrary'

const by = { name: '张工', unit: '运维一班' }

/** `facts` are what the record says of the file beside its hash and size. */
export interface AttachedFile { bytes: Uint8Array; facts: Pick<RecordContent['attachments'][number], 'name' | 'mediaType' | 'role'> }

/** What a record has, by its index; `bodyOf` is asked for its text with the hashes of its files, where that is another than usual. */
export interface AttachedRecords { filesOf: (index: number) => readonly AttachedFile[]; bodyOf?: (index: number, hashes: readonly string[]) => Body }

/** Answers with how many bytes the attachments have. */
export const makeAttachedLibrary = async (root: string, count: number, { filesOf, bodyOf }: AttachedRecords): Promise<number> => {
  const libraryId = newId()
  const device = newId()
  await makeLibraryFolder(root, {
    format: 1, id: libraryId, name: '十年经验', language: 'zh-CN', unit: { name: '运维一班', code: 'YW1' }, createdAt: new Date().toISOString(),
    vocabularies: { units: [], fields: [], tags: [], people: [] }, numbering: { 'YW1-CS-2026-': count },
  })
  const paths = libraryPaths(root)
  const write = (path: string, data: Uint8Array | string): void => {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, data)
  }
  let written = 0
  for (let index = 0; index < count; index += 1) {
    const attachments = filesOf(index).map(({ bytes, facts }) => {
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      write(paths.attachment(sha256), bytes)
      written += bytes.length
      return { ...facts, sha256, size: bytes.length }
    })
    const id = newId()
    const body = bodyOf && { body: bodyOf(index, attachments.map(({ sha256 }) => sha256)) }
    const content = settleContent({ ...benchContent(index, libraryId), attachments, ...body })
    const revision = firstRevision(id, content, { by, device, now: Date.now() - index * 60_000 })
    write(paths.record(id), formatJson({ format: 1, id, revision, content, local: { createdAt: revision.at, sealed: true } }))
  }
  return written
}
