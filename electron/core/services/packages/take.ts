/**
 * Taking a package in, all of it in one transaction: each record as it was decided, the revisions that are cited into history, editions
 * and attachments that are not here, the ledger, and the operation that undoes it.
 */
import { basename } from 'node:path'
import type { MergeDecision } from '#shared/contract/packageMerge'
import { packageExchangeFormat, type ExchangedRecord, type ExchangeFile } from '#shared/model/exchange'
import { newId } from '#shared/model/ids'
import type { OperationFile } from '#shared/model/operation'
import type { PackagedRecord, PackageManifest } from '#shared/model/package'
import type { Person, RecordFile } from '#shared/model/record'
import type { WordMap } from '#shared/model/wordMaps'
import { partOfAttachment } from '../../packages/manifest'
import type { OpenPackage } from '../../packages/openPackage'
import { stageWrites, type FileWrite } from '../../store/fileWrite'
import type { JobControl } from '../jobs'
import { newOperation, type TakenWords } from '../operations'
import { readPinned } from '../products'
import type { Session } from '../session'
import type { SafetyEntry } from './safety'
import { readEditionPart, readRevisionPart } from './check'
import { newParts } from './compare'
import { lazySentTwins } from './masking'
import { planRecord, type RecordPlan, type Taking } from './planRecord'
import { receivedOf } from './provenance'

/** `taken` is what was done to the library's words before. */
export interface TakeRequest {
  path: string
  decisions: Readonly<Record<string, MergeDecision>>
  seen: Readonly<Record<string, string | null>>
  words: WordMap
  taken: TakenWords
  by: Person
  device: string
  now: number
  safety: SafetyEntry
}

/** What comes along of a record and is not here goes to history, but for what its plan writes. Of one that was refused altogether nothing does. */
const historyOf = async ({ session, readRevision }: Taking, { id, revisions }: PackagedRecord, { shown, writes, outcome }: RecordPlan): Promise<FileWrite[]> => {
  const { records, paths } = session.folder
  if (outcome === 'kept' && session.catalog.get(id) === undefined) return []
  const planned = new Set(writes.map(({ path }) => path))
  const further: FileWrite[] = []
  for (const revisionId of revisions) {
    const isPlaced = shown?.id === id && shown.revision.id === revisionId
    if (isPlaced || planned.has(paths.revision(id, revisionId)) || await readPinned(session, { recordId: id, revisionId })) continue
    further.push(await records.historyWrite(await readRevision(id, revisionId)))
  }
  return further
}

const operationOf = ({ by, taken }: TakeRequest, at: string, exchangeId: string, plans: readonly RecordPlan[], added: PackageManifest['editions']): OperationFile | undefined => {
  const entries = plans.flatMap(({ entry }) => entry ?? [])
  if (entries.length + added.length === 0 && !taken.words && !taken.map) return undefined
  const editions = added.map(({ recordId, seal }) => ({ recordId, seal }))
  return { ...newOperation('takePackage', by, at, entries), taken: { exchangeId, ...editions.length > 0 && { editions }, ...taken } }
}

export interface Taken { exchange: ExchangeFile; shown: RecordFile[] }

/** The queues of its records must be held. Throws what the journal throws, `package_damaged`, and `invalid` for what was made by hand and can't be kept. */
export const takePackage = async (session: Session, opened: OpenPackage, request: TakeRequest, { signal, progress }: JobControl): Promise<Taken> => {
  const { manifest } = opened
  const { path, by, now } = request
  const at = new Date(now).toISOString()
  const twins = lazySentTwins(session)
  const plans: RecordPlan[] = []
  const records: ExchangedRecord[] = []
  let exchange: ExchangeFile = {
    format: packageExchangeFormat, id: newId(), direction: 'received', form: 'package', at, by, name: basename(path), title: manifest.title,
    sha256: opened.sha256, size: opened.size, packageId: manifest.id, library: manifest.library, records, kind: manifest.kind, operationId: null, undoneAt: null, ...request.safety,
  }
  let done = 0
  const step = (current: string): void => {
    signal.throwIfAborted()
    progress({ done: (done += 1), current })
  }
  // What is here already is named anew: a sweep under way leaves it alone.
  for (const attachment of manifest.attachments) await session.folder.attachments.keepYoung(attachment)
  for (const sha256 of [...manifest.base?.attachments ?? [], ...manifest.missing.flatMap(({ kind, id }) => (kind === 'attachment' ? [id] : []))]) {
    const size = await session.folder.attachments.sizeOf(sha256)
    if (size !== undefined) await session.folder.attachments.keepYoung({ sha256, size })
  }
  const { newEditions, newAttachments } = await newParts(session, manifest, twins)
  progress({ total: manifest.records.length + newEditions.length + newAttachments.length })

  await session.folder.journal.commit(async (stage) => {
    const readRevision: Taking['readRevision'] = async (id, revisionId) => readRevisionPart(opened, path, id, revisionId)
    const takingOf = (packaged: PackagedRecord): Taking => ({ ...request, session, twins, received: receivedOf(manifest, packaged, at), readRevision })
    for (const attachment of newAttachments) {
      const { sha256 } = attachment
      step(sha256)
      await stage(session.folder.paths.attachment(sha256), async (staged) => opened.extract(partOfAttachment(attachment), staged))
    }
    for (const packaged of manifest.records) {
      step(packaged.title)
      const taking = takingOf(packaged)
      const plan = await planRecord(taking, packaged)
      await stageWrites(stage, [...plan.writes, ...await historyOf(taking, packaged, plan)])
      // What is written is not held: there may be very many.
      plans.push({ ...plan, writes: [] })
      const { id, type, number, title, revisionId } = packaged
      records.push({ id, type, number, title, revisionId, outcome: plan.outcome })
    }
    const kept = new Set(records.flatMap(({ id, outcome }) => (outcome === 'kept' ? [id] : [])))
    // Who leaves a product as it is here leaves its editions too.
    const editions = newEditions.filter(({ recordId }) => !kept.has(recordId))
    for (const { recordId, seal } of editions) {
      step(seal)
      await stageWrites(stage, [session.folder.editions.write(await readEditionPart(opened, path, recordId, seal))])
    }
    const operation = operationOf(request, at, exchange.id, plans, editions)
    if (operation) exchange = { ...exchange, operationId: operation.id }
    await stageWrites(stage, [session.folder.exchanges.write(exchange), ...operation ? [session.folder.operations.write(operation)] : []])
    // Staging may have taken long: another program may have taken the library over.
    const why = session.folder.readOnly()
    if (why) throw why
  })
  return { exchange, shown: plans.flatMap(({ shown }) => shown ?? []) }
}
