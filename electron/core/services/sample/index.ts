/** The sample library that comes with the app: records written as content, given numbers and an origin when they are taken in. */
import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { AppError } from '#shared/contract/errors'
import { Timestamp, Uuid } from '#shared/model/ids'
import { LibraryFile } from '#shared/model/library'
import { Person, RecordContent, type AttachmentRef, type RecordFile } from '#shared/model/record'
import { atATime } from '../../store/atATime'
import { errorCode, syncsAtOnce } from '../../store/durableFile'
import { parseDocument } from '../../store/jsonFile'
import type { Session } from '../session'
import { lived, Step } from './lived'
import { fillMeeting, SampleMeeting } from './meetings'
import { fillProduct, SampleProduct } from './products'

const SampleLibrary = LibraryFile.pick({ name: true, unit: true, vocabularies: true })
/** What proves the results of a record; `file` is its path in the sample. */
const Evidence = z.looseObject({ file: z.string(), name: z.string(), mediaType: z.string() })
const SampleRecord = z.looseObject({
  id: Uuid, createdAt: Timestamp, by: Person, evidence: z.array(Evidence).optional(), history: z.array(Step).optional(),
  content: RecordContent.omit({ number: true, origin: true, attachments: true }),
})

export interface Sample {
  library: Pick<LibraryFile, 'name' | 'unit' | 'language' | 'vocabularies'>
  /** Writes pictures and records into a library that was just made. */
  fill: (session: Session) => Promise<void>
}

const read = async <T>(path: string, schema: z.ZodType<T>): Promise<T> => {
  const bytes = await readFile(path).catch((error: unknown) => {
    throw new AppError('file_unreadable', { path, reason: errorCode(error) }, { cause: error })
  })
  return parseDocument(path, bytes, schema)
}

export const readSample = async (resources: string): Promise<Sample> => {
  const folder = join(resources, 'sample')
  const about = await read(join(folder, 'library.json'), SampleLibrary)
  const readAll = async <T>(part: string, schema: z.ZodType<T>): Promise<T[]> => {
    const names = (await readdir(join(folder, part))).filter((name) => name.endsWith('.json')).sort()
    return Promise.all(names.map(async (name) => read(join(folder, part, name), schema)))
  }
  const records = await readAll('records', SampleRecord)
  const products = await readAll('products', SampleProduct)
  const meetings = await readAll('meetings', SampleMeeting)
  const pictures = (await readdir(join(folder, 'pictures'))).filter((name) => name.endsWith('.png'))
  return {
    library: { language: 'zh-CN', name: about.name, unit: about.unit, vocabularies: about.vocabularies },
    fill: async (session) => {
      const { attachments: store, records: recordStore, library } = session.folder
      await atATime(syncsAtOnce, pictures, async (name) => { await store.addFile(join(folder, 'pictures', name)) })
      const attach = async ({ file, name, mediaType }: z.infer<typeof Evidence>): Promise<AttachmentRef> =>
        ({ ...await store.addFile(join(folder, file)), name, mediaType, role: 'evidence' })
      const { id: libraryId, unit } = library.current()
      const numbered = []
      for (const sample of records.sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1))) {
        numbered.push({ ...sample, number: await session.numbering.next(sample.content.type, Date.parse(sample.createdAt)) })
      }
      const heads = new Map<string, RecordFile>()
      const origin = { libraryId, unit: unit.name }
      await atATime(syncsAtOnce, numbered, async ({ id, by, evidence = [], history = [], content, number }) => {
        const attachments = await Promise.all(evidence.map(attach))
        heads.set(id, await session.take(async () => recordStore.create(id, lived({ ...content, number, attachments, origin }, history), by, true)))
      })
      for (const product of products) heads.set(product.id, await fillProduct(session, product, { heads, origin }))
      for (const meeting of meetings) await fillMeeting(session, meeting, heads, origin)
    },
  }
}
