/** What the front matter of a Markdown file says without reading it as YAML: whether the app wrote the file, and as which record. */
import { Sha256, Uuid } from '#shared/model/ids'

/** Nobody writes more in one file, in bytes; what a program writes so is no text to be read. */
export const markdownLimit = 2 * 1024 * 1024

const frontMatter = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/
const format = /^liangfang:[ \t]*\d+[ \t]*$/m
const ownId = /^id:[ \t]*["']?([0-9a-f-]{36})["']?[ \t]*$/m
const ownRevision = /^revision:[ \t]*\r?\n(?:[ \t].*\r?\n)*?[ \t]+id:[ \t]*["']?([0-9a-f]{64})["']?[ \t]*$/m

/** `revisionId` is that of the record when it was written, undefined where other programs have put it another way. */
export interface OwnHead { id: string; revisionId: string | undefined }

/** Wherever the keys stand: other programs add theirs before them. Undefined for a file that the app did not write. */
export const readOwnHead = (text: string): OwnHead | undefined => {
  const said = frontMatter.exec(text)?.[1] ?? ''
  const id = format.test(said) ? Uuid.safeParse(ownId.exec(said)?.[1]).data : undefined
  return id === undefined ? undefined : { id, revisionId: Sha256.safeParse(ownRevision.exec(said)?.[1]).data }
}
