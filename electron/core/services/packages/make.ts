/** Making a package: what was selected, written as one file, and entered into the ledger. */
import { AppError } from '#shared/contract/errors'
import type { PackageTerms } from '#shared/contract/packages'
import { packageExchangeFormat, type ExchangeFile } from '#shared/model/exchange'
import { newId } from '#shared/model/ids'
import { packageFormat, type PackageManifest, type PublicKeys } from '#shared/model/package'
import type { Person, Revision } from '#shared/model/record'
import { editionPath, pagePath, revisionPath } from '../../packages/format'
import { partOfAttachment, strictestOf } from '../../packages/manifest'
import { writePackage, type PackagePart, type WriteControl } from '../../packages/writePackage'
import { formatJson } from '../../store/canonicalJson'
import { replaceFile } from '../../store/durableFile'
import type { JobControl } from '../jobs'
import type { Session } from '../session'
import { lineageOf } from './lineage'
import type { MaskedSelection } from './masking'
import { pageOf } from './page'
import type { Selection } from './selection'

/** `masked` is what leaves in the place of what is chosen, null where nothing is masked. `offline` is the folder of what offline pages are made of, `keys` are those that it is signed with, `hooks` sign and encrypt it. */
export interface PackageFacts { terms: PackageTerms; masked: MaskedSelection | null; by: Person; at: string; offline: string; keys: PublicKeys | null; hooks: Pick<WriteControl, 'sign' | 'encrypt'> }

/** All that a manifest says but for its files, which are not known yet. What a record came of is read here. */
const describe = async (session: Session, { terms, masked, by, at, keys }: PackageFacts, selection: Selection, signal: AbortSignal): Promise<PackageManifest> => {
  const { id, name, unit } = session.folder.library.current()
  const lineages = new Map<string, Revision[]>()
  for (const [recordId, { revision }] of selection.records) {
    signal.throwIfAborted()
    lineages.set(recordId, await lineageOf(session, { id: recordId, revision }))
  }
  const records = [...selection.records.values()].map(({ head, revisions, reason, needs, via }) =>
    ({ ...head, revisions: [...revisions], reason, needs, lineage: lineages.get(head.id) ?? [], via }))
  return {
    format: packageFormat, id: newId(), madeAt: at, by, library: { id, name, unit: unit.name }, ...terms, ...masked?.said,
    confidentiality: strictestOf(records.map(({ confidentiality }) => confidentiality)), keys, base: selection.base,
    records, editions: selection.editions, attachments: [...selection.attachments.values()], missing: selection.missing, files: [],
  }
}

/** One part at a time: bodies are read again as they are written, not held. */
async function* partsOf(session: Session, { records, editions, attachments }: Selection, about: PackageManifest, { offline, masked }: PackageFacts): AsyncGenerator<PackagePart> {
  const { folder } = session
  for (const [id, { revisions }] of records) {
    for (const revisionId of revisions) {
      yield { path: revisionPath(id, revisionId), bytes: async () => Buffer.from(formatJson(await folder.records.readRevision(id, revisionId))) }
    }
  }
  for (const { recordId, seal } of editions) {
    yield { path: editionPath(recordId, seal), bytes: async () => Buffer.from(formatJson(masked?.editions.get(seal) ?? await folder.editions.read(recordId, seal))) }
  }
  for (const attachment of attachments.values()) {
    const { sha256, size } = attachment
    const file = await folder.attachments.find(sha256)
    if (file === undefined) throw new AppError('not_found', { kind: 'attachment', id: sha256 })
    yield { path: partOfAttachment(attachment), file, sha256, size }
  }
  yield { path: pagePath, chunks: () => pageOf(session, about, offline) }
}

export const countParts = ({ records, editions, attachments }: Selection): number =>
  [...records.values()].reduce((sum, { revisions }) => sum + revisions.size, 0) + editions.length + attachments.size + 1

/** Writes the package to `target`, whole or not at all, and answers its entry in the ledger. Throws `store_write_failed`. */
export const makePackage = async (
  session: Session, selection: Selection, facts: PackageFacts, target: { path: string; name: string }, { signal, progress }: JobControl,
): Promise<ExchangeFile> => {
  const { terms, by, at, masked } = facts
  let done = 0
  progress({ total: countParts(selection) })
  const about = await describe(session, facts, selection, signal)
  const written = await writePackage(target.path, partsOf(session, selection, about, facts), (files) => ({ ...about, files }), {
    ...facts.hooks, signal, replaceFile, onPart: (path) => { progress({ done: (done += 1), current: path }) },
  })
  return {
    format: packageExchangeFormat, id: newId(), direction: 'sent', form: 'package', at, by, name: target.name, title: terms.title,
    sha256: written.sha256, size: written.size, packageId: about.id, library: null, kind: terms.kind, recipient: terms.recipient,
    attachments: [...selection.attachments.keys()], base: selection.base,
    records: about.records.map(({ id, type, number, title, revisionId }) => ({ id, type, number, title, revisionId, outcome: 'sent' as const, ...masked?.entries.get(id) })),
  }
}
