/** The sample library that comes with the app: records written as content, given numbers and an origin when they are taken in. */
import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { AppError } from '#shared/contract/errors'
import { Timestamp, Uuid } from '#shared/model/ids'
import { LibraryFile } from '#shared/model/library'
import { movesFrom } from '#shared/model/life/moves'
import { Person, RecordContent, StageChange, type AttachmentRef } from '#shared/model/record'
import { stagesOf } from '#shared/model/recordTypes'
import { atATime } from '../store/atATime'
import { errorCode, syncsAtOnce } from '../store/durableFile'
import { parseDocument } from '../store/jsonFile'
import { moved } from './life'
import type { Session } from './session'

const SampleLibrary = LibraryFile.pick({ name: true, unit: true, vocabularies: true })
/** What proves the results of a record; `file` is its path in the sample. */
const Evidence = z.looseObject({ file: z.string(), name: z.string(), mediaType: z.string() })
/** How a record came to its stage, the first step first. */
const Step = StageChange.pick({ move: true, by: true, at: true, reason: true })
const SampleRecord = z.looseObject({
  id: Uuid, createdAt: Timestamp, by: Person, evidence: z.array(Evidence).optional(), history: z.array(Step).optional(),
  content: RecordContent.omit({ number: true, origin: true, attachments: true }),
})

export interface Sample {
  library: Pick<LibraryFile, 'name' | 'unit' | 'language' | 'vocabularies'>
  /** Writes pictures and records into a library that was just made. */
  fill: (session: Session) => Promise<void>
}

/** The content after the steps of its life, each as the app writes it down. Throws where one is no move from where the record stands. */
const lived = (content: RecordContent, steps: readonly z.infer<typeof Step>[]): RecordContent => steps.reduce((before, { move: key, ...step }) => {
  const move = movesFrom(before).find((each) => each.key === key)
  if (!move) throw new Error(`${content.title}: ${key} is no move from ${before.stage}`)
  return moved(before, move, step)
}, { ...content, ...steps.length > 0 && { stage: stagesOf(content.type)[0] ?? content.stage } })

const read = async <T>(path: string, schema: z.ZodType<T>): Promise<T> => {
  const bytes = await readFile(path).catch((error: unknown) => {
    throw new AppError('file_unreadable', { path, reason: errorCode(error) }, { cause: error })
  })
  return parseDocument(path, bytes, schema)
}

export const readSample = async (resources: string): Promise<Sample> => {
  const folder = join(resources, 'sample')
  const about = await read(join(folder, 'library.json'), SampleLibrary)
  const names = (await readdir(join(folder, 'records'))).filter((name) => name.endsWith('.json')).sort()
  const records = await Promise.all(names.map(async (name) => read(join(folder, 'records', name), SampleRecord)))
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
      await atATime(syncsAtOnce, numbered, async ({ id, by, evidence = [], history = [], content, number }) => {
        const attachments = await Promise.all(evidence.map(attach))
        await session.take(async () => recordStore.create(id, lived({ ...content, number, attachments, origin: { libraryId, unit: unit.name } }, history), by, true))
      })
    },
  }
}
