/** Editions of a product: reading them, and making the next one of a released revision. */
import { toFailure } from '#shared/contract/errors'
import type { EditionSummary } from '#shared/contract/products'
import { contentAttachments } from '#shared/model/body/walk'
import { editionFormat, type Edition, type EditionSource } from '#shared/model/edition'
import type { RecordContent, RecordFile } from '#shared/model/record'
import { isIntact, sealOf } from '../../store/editionStore'
import type { Session } from '../session'

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

export const summaryOf = (edition: Edition): EditionSummary => ({
  seal: edition.seal, recordId: edition.recordId, number: edition.number, releasedAt: edition.releasedAt, by: edition.by.name, unit: edition.library.unit,
  title: edition.content.title, changeLog: edition.changeLog, sources: edition.sources.length, intact: isIntact(edition),
})

/** The number of the next edition: above every one that is here or that the product says it had. */
export const nextNumber = (content: RecordContent, editions: readonly Edition[]): number =>
  Math.max(0, content.fields.edition ?? 0, ...editions.map(({ number }) => number)) + 1

export interface EditionFacts {
  number: number
  previous: Edition | undefined
  changeLog: string
  releasedAt: string
  sources: EditionSource[]
}

export const makeEdition = ({ folder }: Session, record: RecordFile, { number, previous, changeLog, releasedAt, sources }: EditionFacts): Edition => {
  const { id, name, unit } = folder.library.current()
  const { revision, content } = record
  const edition: Edition = {
    format: editionFormat, seal: '', recordId: record.id, number, previous: previous?.seal ?? null, releasedAt, by: revision.by,
    library: { id, name, unit: unit.name }, changeLog, revision, content, sources, attachments: contentAttachments(content),
  }
  return { ...edition, seal: sealOf(edition) }
}
