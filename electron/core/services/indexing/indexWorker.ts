/** Worker thread entry: makes parts of the index from the files of records, or one of several parts. */
import { readFileSync } from 'node:fs'
import { parentPort } from 'node:worker_threads'
import { AppError, isAppError, toFailure, type Failure } from '#shared/contract/errors'
import { RecordFile } from '#shared/model/record'
import { closePart } from '../../search/part/part'
import type { SearchDocument } from '../../search/part/searchDocument'
import { readPart, writeMerged, writePart } from '../../search/snapshot/partFiles'
import { parseRecordDocument } from '../../store/recordDocument'
import { errorCode } from '../../store/durableFile'
import { BuildRequest, type BuildReply } from './builderMessages'
import { documentsOf } from './fileDocuments'

const port = parentPort
if (!port) throw new Error('indexWorker runs in a worker thread')

const say = (reply: BuildReply): void => { port.postMessage(reply) }

const toldEvery = 100

const readRecord = (id: string, path: string): RecordFile | undefined => {
  try {
    const record = parseRecordDocument(path, readFileSync(path), RecordFile)
    if (record.id !== id) throw new AppError('store_corrupt', { path, reason: `holds record ${record.id}` })
    return record
  } catch (error) {
    // What was deleted meanwhile is none of ours.
    if (errorCode(error) === 'ENOENT') return undefined
    throw isAppError(error) ? error : new AppError('file_unreadable', { path, reason: String(error) }, { cause: error })
  }
}

function* readDocuments(files: readonly (readonly [id: string, path: string])[], onFailure: (id: string, failure: Failure) => void): Generator<SearchDocument> {
  for (const [at, [id, path]] of files.entries()) {
    if (at % toldEvery === 0) say({ kind: 'progress', done: at })
    try {
      const record = readRecord(id, path)
      if (record) yield* documentsOf(record)
    } catch (error) {
      const failure = toFailure(error)
      if (!failure) throw error
      onFailure(id, failure)
    }
  }
}

const makeOfRecords = ({ folder, files }: Extract<BuildRequest, { kind: 'records' }>): BuildReply => {
  const failures: [string, Failure][] = []
  const stored = writePart(folder, readDocuments(files, (id, failure) => { failures.push([id, failure]) }))
  return { kind: 'made', stored, failures }
}

const merge = ({ folder, parts }: Extract<BuildRequest, { kind: 'merge' }>): BuildReply => {
  const opened = parts.map((part) => readPart(folder, part))
  const stored = writeMerged(folder, opened, (part, document) => parts[part]?.removed[document] === 1)
  opened.forEach(closePart)
  return { kind: 'made', stored, failures: [] }
}

port.on('message', (message: unknown) => {
  try {
    const request = BuildRequest.parse(message)
    say(request.kind === 'records' ? makeOfRecords(request) : merge(request))
  } catch (error) {
    say({ kind: 'threw', stack: error instanceof Error ? error.stack ?? error.message : String(error) })
  }
})
