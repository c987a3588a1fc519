/** Editions of a product: reading them, and making the next one of a released revision. */
import { toFailure } from '#shared/contract/errors'
import { contentAttachments } from '#shared/model/body/walk'
import { editionFormat, type Edition, type EditionSource } from '#shared/model/edition'
import type { RecordContent, RecordFile, RevisionFile } from '#shared/model/record'
import { sealOf } from '../../store/editionStore'
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

/** No library counts on further than this from one edition to the next: a number beyond was not given, but written. */
const farthest = 1000

/** The highest number of editions, 0 where there are none. One that leaps away from those below it is passed over, and so are those above. */
export const highestNumber = (editions: readonly Pick<Edition, 'number'>[]): number => {
  let highest = 0
  for (const number of editions.map((edition) => edition.number).sort((a, b) => a - b)) {
    if (number - highest > farthest) break
    highest = number
  }
  return highest
}

/**
 * The highest number that was given, 0 before the first: of editions that are as they were sealed, or what the product says of itself, as
 * far as the releases in its history bear it out.
 */
export const latestNumber = (content: Pick<RecordContent, 'fields' | 'stageHistory'> | undefined, intact: readonly Pick<Edition, 'number'>[]): number => {
  const highest = highestNumber(intact)
  const said = content?.fields.edition ?? 0
  const releases = (content?.stageHistory ?? []).filter(({ move }) => move === 'release').length
  return said <= highest + releases ? Math.max(said, highest) : highest
}

export const toEditionSource = ({ id, revision, content }: RevisionFile): EditionSource => ({
  recordId: id, revisionId: revision.id, contentHash: revision.contentHash, type: content.type, number: content.number, title: content.title,
})

export interface EditionFacts {
  number: number
  previous: Pick<Edition, 'seal'> | undefined
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
