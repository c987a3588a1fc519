/** What documents gather of the library beside the records themselves. */
import { isAppError } from '#shared/contract/errors'
import { bodyAttachments } from '#shared/model/body/walk'
import { isFilled } from '#shared/model/gates'
import { recordFormat, type RecordContent, type RecordFile, type RevisionFile } from '#shared/model/record'
import type { DocumentPart } from '../../../documents/plan/plan'
import { createWarnings, type Warnings } from '../../../documents/writers/docx/warnings'
import { referencesOf } from '../../../store/references'
import type { Session } from '../../session'

export { createWarnings, type Warnings }

/** The paths of the pictures that bodies show, by hash; those that are missing are left out. */
export const picturesOf = async ({ folder }: Session, contents: readonly Pick<RecordContent, 'body'>[]): Promise<Map<string, string>> => {
  const pictures = new Map<string, string>()
  const looked = new Set<string>()
  for (const { body } of contents) {
    for (const sha256 of bodyAttachments(body)) {
      if (looked.has(sha256)) continue
      looked.add(sha256)
      const path = await folder.attachments.find(sha256)
      if (path !== undefined) pictures.set(sha256, path)
    }
  }
  return pictures
}

/** Number and title of the records that contents refer to, of those that are here. Nobody is asked about what is only mentioned: a restricted record has the words that the content itself says of it, and no others. */
export const titlesOf = ({ catalog }: Session, contents: readonly RecordContent[]): Map<string, { number: string; title: string }> =>
  new Map(contents.flatMap((content) => referencesOf(content).flatMap(({ to }) => {
    const entry = catalog.entry(to)
    return entry && entry.confidentiality !== 'restricted' ? [[to, { number: entry.row.number, title: entry.row.title }] as const] : []
  })))

/** A record as it is now; undefined, and told, where it is not here or can't be read. */
export const readOr = async ({ folder, catalog }: Session, id: string, warnings: Warnings, name = ''): Promise<RecordFile | undefined> => {
  try {
    return await folder.records.read(id)
  } catch (error) {
    if (!isAppError(error)) throw error
    warnings.add('record_missing', name || (catalog.get(id)?.title ?? id))
    return undefined
  }
}

/** Without what is local. */
export const revisionOf = ({ id, revision, content }: Pick<RevisionFile, 'id' | 'revision' | 'content'>): RevisionFile => ({ format: recordFormat, id, revision, content })

/** A section that says nothing is left out, and told. */
export const withoutEmpty = (parts: readonly DocumentPart[], warnings: Warnings): DocumentPart[] => parts.filter((part) => {
  if (part.kind !== 'section' || part.title === '' || isFilled(part)) return true
  warnings.add('section_empty', part.title)
  return false
})
