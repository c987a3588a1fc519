/** What a record says besides its body, as the YAML at the head of its file: the content as it stands, and where its attachments lie. */
import { stringify } from 'yaml'
import type { RevisionFile } from '#shared/model/record'
import type { Beside } from './context'
import { markdownFormat } from './form'

/** `pictures` are those that the body shows and that are no attachments of the record. */
export const frontMatter = ({ id, revision, content }: RevisionFile, beside: Beside, pictures: readonly string[]): string => {
  const { body: _body, links, attachments, ...said } = content
  const pathOf = (path: string | undefined): { path?: string } => (path === undefined ? {} : { path })
  return stringify({
    liangfang: markdownFormat, id, ...said,
    links: links.map((link) => ({ ...link, ...pathOf(beside.record(link.to)) })),
    attachments: attachments.map((attachment) => ({ ...attachment, ...pathOf(beside.attachment(attachment.sha256)) })),
    ...pictures.length === 0 ? {} : { pictures: pictures.map((sha256) => ({ sha256, ...pathOf(beside.attachment(sha256)) })) },
    revision: { id: revision.id, at: revision.at, by: revision.by },
  }, { lineWidth: 0, aliasDuplicateObjects: false })
}
