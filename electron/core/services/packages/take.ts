/**
 * Taking a package in, all of it in one transaction: new records as they are there, the revisions that are cited into history, editions
 * and attachments that are not here. A record that differs is left as it is here.
 */
import { basename } from 'node:path'
import { exchangeFormat, type ExchangedRecord, type ExchangeFile } from '#shared/model/exchange'
import { newId } from '#shared/model/ids'
import type { PackagedRecord } from '#shared/model/package'
import type { Person, Received, RecordFile } from '#shared/model/record'
import { attachmentPath } from '../../packages/format'
import type { OpenPackage } from '../../packages/openPackage'
import type { Stage } from '../../store/journal'
import { stageWrites } from '../../store/fileWrite'
import type { JobControl } from '../jobs'
import { arrivalOf, newOperation } from '../operations'
import { readPinned } from '../products'
import type { Session } from '../session'
import { readEditionPart, readRevisionPart } from './check'
import { compareRecord, newParts } from './compare'

interface Taking { session: Session; opened: OpenPackage; path: string; received: Received; stage: Stage }

const outcomes = { new: 'added', same: 'same', differs: 'kept' } as const

/** Stages what is not here of one record; answers the record if it is new. */
const takeRecord = async ({ session, opened, path, received, stage }: Taking, packaged: PackagedRecord, isNew: boolean): Promise<RecordFile | undefined> => {
  const { records } = session.folder
  for (const revisionId of packaged.revisions) {
    const isHead = isNew && revisionId === packaged.revisionId
    if (isHead || await readPinned(session, { recordId: packaged.id, revisionId })) continue
    await stageWrites(stage, [await records.historyWrite(await readRevisionPart(opened, path, packaged.id, revisionId))])
  }
  if (!isNew) return undefined
  const { record, write } = records.arrival(await readRevisionPart(opened, path, packaged.id, packaged.revisionId), received)
  await stageWrites(stage, [write])
  return record
}

export interface Taken { exchange: ExchangeFile; added: RecordFile[] }

export const takePackage = async (session: Session, opened: OpenPackage, path: string, by: Person, at: string, { signal, progress }: JobControl): Promise<Taken> => {
  const { manifest } = opened
  const received: Received = { packageId: manifest.id, library: manifest.library, by: manifest.by, madeAt: manifest.madeAt, at }
  const added: RecordFile[] = []
  const records: ExchangedRecord[] = []
  let done = 0
  const step = (current: string): void => {
    signal.throwIfAborted()
    progress({ done: (done += 1), current })
  }
  // What is here already is named anew: a sweep under way leaves it alone.
  for (const attachment of manifest.attachments) await session.folder.attachments.keepYoung(attachment)
  const { newEditions, newAttachments } = await newParts(session, manifest)
  progress({ total: manifest.records.length + newEditions.length + newAttachments.length })
  const exchange: ExchangeFile = {
    format: exchangeFormat, id: newId(), direction: 'received', form: 'package', at, by, name: basename(path), title: manifest.title,
    sha256: opened.sha256, size: opened.size, packageId: manifest.id, library: manifest.library, records,
  }

  await session.folder.journal.commit(async (stage) => {
    const taking: Taking = { session, opened, path, received, stage }
    for (const { sha256 } of newAttachments) {
      step(sha256)
      await stage(session.folder.paths.attachment(sha256), async (staged) => opened.extract(attachmentPath(sha256), staged))
    }
    for (const packaged of manifest.records) {
      step(packaged.title)
      const { state } = await compareRecord(session, packaged)
      const record = await takeRecord(taking, packaged, state === 'new')
      if (record) added.push(record)
      const { id, type, number, title, revisionId } = packaged
      records.push({ id, type, number, title, revisionId, outcome: outcomes[state] })
    }
    for (const { recordId, seal } of newEditions) {
      step(seal)
      await stageWrites(stage, [session.folder.editions.write(await readEditionPart(opened, path, recordId, seal))])
    }
    await stageWrites(stage, [session.folder.exchanges.write(exchange)])
    if (added.length > 0) await stageWrites(stage, [session.folder.operations.write(newOperation('takePackage', by, at, added.map(arrivalOf)))])
    // Staging may have taken long: another program may have taken the library over.
    const why = session.folder.readOnly()
    if (why) throw why
  })
  return { exchange, added }
}
