/** Whether a file that was written as Markdown says the same as a record, and whether the files beside it are still those that it names. */
import type { LibraryFile } from '#shared/model/library'
import { RecordContent } from '#shared/model/record'
import { isSameJson } from '#shared/model/sameJson'
import { fileInside } from '../documents/readers/markdown/insideFolder'
import type { OwnRecord } from '../documents/readers/readDocument'
import { keptBody } from '../documents/writers/markdown/keptBody'
import { hashFile } from '../store/hashFile'
import type { ImportFile } from './importFiles'
import { fittingHere } from './markdownFitting'

/** A file that is named by the hash that it had, at its true path. */
export interface FileBeside { sha256: string; now: string; path: string }

/** Those that are there and can be read. */
export const filesBeside = async ({ path, root }: ImportFile, { files }: OwnRecord): Promise<FileBeside[]> => {
  const found: FileBeside[] = []
  for (const { sha256, path: named } of files) {
    const file = await fileInside(root, path, named)
    const now = file === undefined ? undefined : await hashFile(file).catch(() => undefined)
    if (file !== undefined && now) found.push({ sha256, now: now.sha256, path: file })
  }
  return found
}

/** Whether one of them was changed. */
export const areOtherFiles = (files: readonly FileBeside[]): boolean => files.some(({ sha256, now }) => sha256 !== now)

/** Whether those that lie beside two copies are the same, as far as both have them. */
export const areSameFiles = (files: readonly FileBeside[], others: readonly FileBeside[]): boolean => {
  const now = new Map(others.map((file) => [file.sha256, file.now]))
  return files.every((file) => (now.get(file.sha256) ?? file.now) === file.now)
}

const without = (value: unknown, keys: readonly string[]): unknown => {
  if (Array.isArray(value)) return value.map((each) => without(each, keys))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).flatMap(([key, each]): [string, unknown][] => (keys.includes(key) ? [] : [[key, without(each, keys)]])))
}

/** What a record says, whatever it is numbered, its blocks and rows are called, the revisions that it pins are here, and other programs add to its file. */
const said = ({ number: _number, origin: _origin, stageHistory = [], links, fields, body, ...content }: RecordContent): unknown => ({
  ...Object.fromEntries(Object.entries(content).filter(([key]) => key in RecordContent.shape)), steps: stageHistory.length, links: without(links, ['revisionId']), fields: without(fields, ['id', 'revisionId']), body: without(keptBody(body), ['id', 'revisionId']),
})

export const saysTheSame = (library: LibraryFile, file: RecordContent, other: RecordContent): boolean =>
  isSameJson(said(file), said(other)) || isSameJson(said(fittingHere(library, file).content), said(other))
