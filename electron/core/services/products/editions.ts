/** Editions of a product: reading them, and making the next one of a released revision. */
import { toFailure } from '#shared/contract/errors'
import { contentAttachments } from '#shared/model/body/walk'
import { editionFormat, type Edition, type EditionSource } from '#shared/model/edition'
import type { RecordContent, RecordFile, RevisionFile } from '#shared/model/record'
import { isIntact, sealOf } from '../../store/editionStore'
import type { Session } from '../session'
import { signed, type SignEdition } from './editionSignature'

/** Latest first. One that can't be read is noted as damage and left out. */
export const readEditions = async ({ folder, noteDamage }: Session, recordId: string): Promise<Edition[]> => {
  const editions: Edition[] = []
  for (const seal of await folder.editions.seals(recordId)) {
    try {
      editions.push(await folder.editions.read(recordId, seal))
    } catch (error) {
      const failure = toFailure(error)
      if (!failure) throw error
      noteDamage({ path: folder.paths.edition(recordId, seal), failure })
    }
  }
  return editions.sort((a, b) => b.number - a.number || (a.releasedAt < b.releasedAt ? 1 : -1))
}

/** The highest number that was given: of the editions that are as they were sealed, and what the product says of itself. 0 before the first. */
export const latestNumber = (content: Pick<RecordContent, 'fields'> | undefined, editions: readonly Edition[]): number =>
  Math.max(0, content?.fields.edition ?? 0, ...editions.filter(isIntact).map(({ number }) => number))

export const toEditionSource = ({ id, revision, content }: RevisionFile): EditionSource => ({
  recordId: id, revisionId: revision.id, contentHash: revision.contentHash, type: content.type, number: content.number, title: content.title,
})

export interface EditionFacts {
  number: number
  previous: Edition | undefined
  changeLog: string
  releasedAt: string
  sources: EditionSource[]
}

/** Sealed, and signed where there is a way to. */
export const makeEdition = async ({ folder }: Session, record: RecordFile, { number, previous, changeLog, releasedAt, sources }: EditionFacts, sign: SignEdition | undefined): Promise<Edition> => {
  const { id, name, unit } = folder.library.current()
  const { revision, content } = record
  const edition: Edition = {
    format: editionFormat, seal: '', recordId: record.id, number, previous: previous?.seal ?? null, releasedAt, by: revision.by,
    library: { id, name, unit: unit.name }, changeLog, revision, content, sources, attachments: contentAttachments(content),
  }
  const whole = sign ? await signed(edition, sign) : edition
  return { ...whole, seal: sealOf(whole) }
}
