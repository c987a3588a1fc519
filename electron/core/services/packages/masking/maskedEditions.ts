/** Editions as they leave masked: what was released, by whom and of what, said by twins, under a seal of their own and nobody's signature. */
import { contentAttachments } from '#shared/model/body/walk'
import type { Edition } from '#shared/model/edition'
import { pinKey } from '#shared/model/gates'
import type { PackageManifest } from '#shared/model/package'
import { isSameJson } from '#shared/model/sameJson'
import { sealOf } from '../../../store/editionStore'
import { readPinned } from '../../products'
import type { Session } from '../../session'
import type { Masker } from './masker'
import type { Twins } from './twins'

/** By the seal of what they were made of; an edition that masking leaves as it is is not in it. */
export type MaskedEditions = ReadonlyMap<string, Edition>

/** `seals` are those that the editions before it leave under. */
const maskedEdition = async (session: Session, edition: Edition, twins: Twins, masker: Masker, seals: ReadonlyMap<string, string>): Promise<Edition> => {
  const { recordId, revision, previous } = edition
  const twin = twins.get(pinKey({ recordId, revisionId: revision.id }))?.revision
  const file = twin && await readPinned(session, { recordId, revisionId: twin.id })
  const sources = edition.sources.map((source) => {
    const title = masker.text(source.title, source.recordId)
    const led = twins.get(pinKey(source))?.revision
    return led ? { ...source, title, revisionId: led.id, contentHash: led.contentHash } : { ...source, title }
  })
  const led = previous === null ? null : seals.get(previous)
  const masked: Edition = {
    ...edition, sources, previous: led ?? previous, changeLog: masker.text(edition.changeLog, recordId), by: masker.person(edition.by, recordId),
    ...file && { revision: file.revision, content: file.content, attachments: contentAttachments(file.content) },
  }
  if (isSameJson(masked, edition)) return edition
  // One that does not leave along is not named.
  const { signature: _signature, ...told } = { ...masked, previous: led ?? null }
  return { ...told, seal: sealOf(told) }
}

/** Needs the twins to be in place. */
export const maskEditions = async (session: Session, editions: PackageManifest['editions'], twins: Twins, masker: Masker): Promise<MaskedEditions> => {
  const made = new Map<string, Edition>()
  const seals = new Map<string, string>()
  for (const { recordId, seal } of editions.toSorted((a, b) => a.number - b.number)) {
    const masked = await maskedEdition(session, await session.folder.editions.read(recordId, seal), twins, masker, seals)
    seals.set(seal, masked.seal)
    if (masked.seal !== seal) made.set(seal, masked)
  }
  return made
}
