/** Writes a library of very many records straight to the disk, as the store would have left it; not synced, since nobody counts on it. */
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { formatJson } from '#core/store/canonicalJson'
import { libraryPaths } from '#core/store/folders'
import { makeLibraryFolder } from '#core/store/libraryFolder'
import { firstRevision } from '#core/store/revisions'
import { newId } from '#shared/model/ids'
import type { RecordContent } from '#shared/model/record'
import { benchBody } from '../benchRecords'

const device = newId()
const by = { name: '张工', unit: '运维一班' }
const fields = ['变电运维', '配电', '营销', '调度', '安全监察', '信息通信']
const tags = ['安全', '倒闸操作', '工器具', '线损', '停电计划', '培训', '巡视', '二次回路', '计量', '客户服务']
const writesAtOnce = 16

/** A case of about ten kilobytes as it lies in a library. */
export const benchContent = (index: number, libraryId: string): RecordContent => ({
  type: 'case', number: `YW1-CS-2026-${String(index + 1).padStart(6, '0')}`, title: `变电站二次回路检修前的图纸核对与现场确认之${index}`, summary: '先核对，再动手。',
  unit: `第${index % 60}供电所`, team: `第${index % 240}班`, authors: ['张工', '李工'], contact: '', field: fields[index % fields.length] ?? '',
  tags: [tags[index % tags.length] ?? '', tags[(index * 7 + 3) % tags.length] ?? ''].filter((tag, at, all) => all.indexOf(tag) === at),
  date: `${2016 + (index % 11)}-${String((index % 12) + 1).padStart(2, '0')}-18`, place: '110 千伏变电站', confidentiality: 'internal', stage: index % 3 === 0 ? 'published' : 'draft',
  links: [], attachments: [{ sha256: (index + 1).toString(16).padStart(64, 'a'), name: '原件.docx', size: 40_000, mediaType: 'application/msword', role: 'original' }],
  fields: { polarity: index % 5 === 0 ? 'negative' : 'positive' }, custom: {}, body: benchBody(index, 2), origin: { libraryId, unit: '运维一班' },
})

export const makeLargeLibrary = async (root: string, count: number): Promise<{ bytes: number }> => {
  const libraryId = newId()
  const now = Date.now()
  await makeLibraryFolder(root, {
    format: 1, id: libraryId, name: '十年经验', language: 'zh-CN', unit: { name: '运维一班', code: 'YW1' }, createdAt: new Date(now).toISOString(),
    vocabularies: { units: [], fields: [], tags: [], people: [] }, numbering: { 'YW1-CS-2026-': count },
  })
  const paths = libraryPaths(root)
  const made = new Set<string>()
  let bytes = 0
  const indices = Array.from({ length: count }, (_, index) => index).values()
  const writeNext = async (): Promise<void> => {
    for (const index of indices) {
      const id = newId()
      const content = benchContent(index, libraryId)
      const revision = firstRevision(id, content, { by, device, now: now - index * 60_000 })
      const text = formatJson({ format: 1, id, revision, content, local: { createdAt: revision.at, sealed: true } })
      bytes += Buffer.byteLength(text)
      const path = paths.record(id)
      if (!made.has(dirname(path))) { await mkdir(dirname(path), { recursive: true }); made.add(dirname(path)) }
      await writeFile(path, text)
    }
  }
  await Promise.all(Array.from({ length: writesAtOnce }, writeNext))
  return { bytes }
}
