/** Making a package: what was selected, written as one file, and entered into the ledger. */
import { AppError } from '#shared/contract/errors'
import { exchangeFormat, type ExchangeFile } from '#shared/model/exchange'
import { newId } from '#shared/model/ids'
import { packageFormat, type PackageManifest, type PackagedFile } from '#shared/model/package'
import type { Person } from '#shared/model/record'
import { attachmentPath, editionPath, revisionPath } from '../../packages/format'
import { writePackage, type PackagePart } from '../../packages/writePackage'
import { formatJson } from '../../store/canonicalJson'
import { replaceFile } from '../../store/durableFile'
import type { JobControl } from '../jobs'
import type { Session } from '../session'
import type { Selection } from './selection'

export interface PackageFacts { title: string; by: Person; at: string }

const manifestOf = (session: Session, { title, by, at }: PackageFacts, selection: Selection, files: PackagedFile[]): PackageManifest => {
  const { id, name, unit } = session.folder.library.current()
  return {
    format: packageFormat, id: newId(), title, madeAt: at, by, library: { id, name, unit: unit.name },
    kind: 'package', purpose: '', licence: '', recipient: null, confidentiality: 'internal', keys: null, base: null,
    records: [...selection.records.values()].map(({ head, revisions, reason }) => ({ ...head, revisions: [...revisions], reason, needs: [], lineage: [], via: [], masked: false })),
    editions: selection.editions, attachments: [...selection.attachments.values()], missing: selection.missing, files,
  }
}

/** One part at a time: bodies are read again as they are written, not held. */
async function* partsOf({ folder }: Session, { records, editions, attachments }: Selection): AsyncGenerator<PackagePart> {
  for (const [id, { revisions }] of records) {
    for (const revisionId of revisions) {
      yield { path: revisionPath(id, revisionId), bytes: async () => Buffer.from(formatJson(await folder.records.readRevision(id, revisionId))) }
    }
  }
  for (const { recordId, seal } of editions) {
    yield { path: editionPath(recordId, seal), bytes: async () => Buffer.from(formatJson(await folder.editions.read(recordId, seal))) }
  }
  for (const { sha256, size } of attachments.values()) {
    const file = await folder.attachments.find(sha256)
    if (file === undefined) throw new AppError('not_found', { kind: 'attachment', id: sha256 })
    yield { path: attachmentPath(sha256), file, sha256, size }
  }
}

export const countParts = ({ records, editions, attachments }: Selection): number =>
  [...records.values()].reduce((sum, { revisions }) => sum + revisions.size, 0) + editions.length + attachments.size

/** Writes the package to `target`, whole or not at all, and answers its entry in the ledger. Throws `store_write_failed`. */
export const makePackage = async (
  session: Session, selection: Selection, facts: PackageFacts, target: { path: string; name: string }, { signal, progress }: JobControl,
): Promise<ExchangeFile> => {
  let done = 0
  let manifest: PackageManifest | undefined
  progress({ total: countParts(selection) })
  const written = await writePackage(target.path, partsOf(session, selection), (files) => (manifest = manifestOf(session, facts, selection, files)), {
    signal, replaceFile, onPart: (path) => { progress({ done: (done += 1), current: path }) },
  })
  return {
    format: exchangeFormat, id: newId(), direction: 'sent', form: 'package', at: facts.at, by: facts.by, name: target.name, title: facts.title,
    sha256: written.sha256, size: written.size, packageId: manifest?.id ?? null, library: null,
    records: [...selection.records.values()].map(({ head: { id, type, number, title, revisionId } }) => ({ id, type, number, title, revisionId, outcome: 'sent' as const })),
  }
}
