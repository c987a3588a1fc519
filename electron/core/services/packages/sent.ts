/** What the recipient of an earlier package has of it, by the ledger: a later package to the same recipient goes on from there. */
import { AppError } from '#shared/contract/errors'
import type { ExchangeFile } from '#shared/model/exchange'
import type { PackageBase } from '#shared/model/package'
import { readPinned } from '../products'
import type { Session } from '../session'

/** `records` are revisions by record. */
export interface SentPackage { packageId: string; madeAt: string; records: ReadonlyMap<string, string>; attachments: ReadonlySet<string> }

/** With what that package itself went on from. */
export const sentOf = ({ packageId, at, records, attachments = [], base }: ExchangeFile): SentPackage | undefined => (packageId === null ? undefined : {
  packageId, madeAt: at, attachments: new Set([...base?.attachments ?? [], ...attachments]),
  records: new Map([...base?.records ?? [], ...records].map((record) => [record.id, record.revisionId])),
})

/** Throws `not_found` where the ledger has no such package that was sent. */
export const findSent = async ({ folder, noteDamage }: Session, packageId: string): Promise<SentPackage> => {
  const entries = await folder.exchanges.list((path, { code, data }) => { noteDamage({ path, failure: { code, data } }) })
  const entry = entries.find((each) => each.direction === 'sent' && each.packageId === packageId)
  const sent = entry && sentOf(entry)
  if (!sent) throw new AppError('not_found', { kind: 'package', id: packageId })
  return sent
}

/** What is missing here of the package that one goes on from; undefined where all of it is here. */
export const missingBase = async (session: Session, base: PackageBase | null): Promise<Pick<PackageBase, 'packageId' | 'madeAt'> | undefined> => {
  if (!base) return undefined
  const { packageId, madeAt, records, attachments } = base
  const missing = { packageId, madeAt }
  // Whatever became of it, a revision that was taken stays.
  for (const { id, revisionId } of records) if (!await readPinned(session, { recordId: id, revisionId })) return missing
  for (const sha256 of attachments) if (await session.folder.attachments.sizeOf(sha256) === undefined) return missing
  return undefined
}
