/**
 * The Markdown files of one import, and which record each of them is: links between them then lead to records, whichever is read first, and what they
 * pin to the revisions that those have here. A record of ours keeps its id where it is free; where it is here already, or twice in the import, the
 * file is left out if it and the files it names say the same, and becomes another record if not.
 */
import { readFile, stat } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import { isAppError } from '#shared/contract/errors'
import { newId } from '#shared/model/ids'
import type { RecordFile } from '#shared/model/record'
import { markdownLimit, readOwnHead, type OwnHead } from '../documents/readers/markdown/head'
import type { ReadDocument } from '../documents/readers/readDocument'
import { hashFile } from '../store/hashFile'
import { isMarkdown, type ImportFile } from './importFiles'
import { areOtherFiles, areSameFiles, filesBeside, saysTheSame, type FileBeside } from './markdownSameness'
import type { Session } from './session'

/** `isKept`: under the id that it had; `isHere`: as that record is in the library, or comes into it by another file; `files` as they lie beside it then. */
interface Placed { id: string; own: OwnHead | undefined; isKept: boolean; isHere: boolean; files: readonly FileBeside[] }

export interface MarkdownBatch {
  /** Those that others pin come before them. */
  order: readonly ImportFile[]
  /** The files that are imported before this one is. */
  before: (path: string) => readonly string[]
  placeOf: (path: string) => Placed | undefined
  /** The record of the file that a note links to, by its path or, as notes do, by its name alone. */
  recordOfNote: (path: string) => string | undefined
  /** What ids and revisions of the files are here, where they could not stay. */
  became: ReadonlyMap<string, string>
  /** Notes as which revision a file came in. */
  cameAs: (path: string, record: RecordFile) => void
}

/** What can't be read is told when it is imported. */
const textOf = async (path: string): Promise<string> => {
  try {
    return (await stat(path)).size > markdownLimit ? '' : await readFile(path, 'utf8')
  } catch {
    return ''
  }
}

const isInTrash = async ({ folder }: Session, id: string): Promise<boolean> => folder.trash.read(id).then(() => true, (error: unknown) => !isAppError(error) || error.code !== 'not_found')

/** What is to come first goes first. A pin names a revision that was there before: where files say that they pin one another, one of them is forged. */
const ordered = (files: readonly ImportFile[], before: ReadonlyMap<string, readonly string[]>): { order: ImportFile[]; waits: Map<string, string[]> } => {
  const byPath = new Map(files.map((file) => [file.path, file]))
  const order: ImportFile[] = []
  const [entered, waits] = [new Set<string>(), new Map<string, string[]>()]
  const placed = new Set<string>()
  for (const { path: first } of files) {
    const way = [first]
    for (let path = way.at(-1); path !== undefined; path = way.at(-1)) {
      entered.add(path)
      const next = before.get(path)?.find((each) => !entered.has(each))
      if (next !== undefined) { way.push(next); continue }
      way.pop()
      const file = byPath.get(path)
      if (!file || placed.has(path)) continue
      waits.set(path, (before.get(path) ?? []).filter((each) => placed.has(each)))
      placed.add(path)
      order.push(file)
    }
  }
  return { order, waits }
}

export const planMarkdownBatch = async (session: Session, files: readonly ImportFile[], read: (file: ImportFile) => Promise<ReadDocument>, signal: AbortSignal): Promise<MarkdownBatch> => {
  await session.whenChecked()
  const placed = new Map<string, Placed>()
  const byName = new Map<string, string>()
  const became = new Map<string, string>()
  /** The files that were written of one record, and those that name a hash. */
  const ofRecord = new Map<string, ImportFile[]>()
  const naming = new Map<string, string[]>()
  const before = new Map<string, string[]>()

  const ownOf = async (file: ImportFile) => read(file).then(({ own }) => own, () => undefined)

  const placeOwn = async (file: ImportFile, own: OwnHead): Promise<Placed> => {
    const earlier = ofRecord.get(own.id) ?? []
    ofRecord.set(own.id, [...earlier, file])
    const isListed = session.catalog.get(own.id) !== undefined
    const said = isListed || earlier.length > 0 ? await ownOf(file) : undefined
    const beside = said ? await filesBeside(file, said) : []
    const library = session.folder.library.current()
    const here = isListed && said ? await session.folder.records.read(own.id).catch(() => undefined) : undefined
    if (here && said && saysTheSame(library, said.content, here.content) && !areOtherFiles(beside)) return { id: own.id, own, isKept: false, isHere: true, files: beside }
    for (const each of earlier) {
      const [place, other] = [placed.get(each.path), said ? await ownOf(each) : undefined]
      if (!place || !said || !other || !saysTheSame(library, said.content, other.content) || !areSameFiles(beside, await filesBeside(each, other))) continue
      before.set(file.path, [each.path])
      return { id: place.id, own, isKept: false, isHere: true, files: beside }
    }
    const isKept = !isListed && !earlier.some(({ path }) => placed.get(path)?.isKept) && !(await isInTrash(session, own.id))
    return { id: isKept ? own.id : newId(), own, isKept, isHere: false, files: [] }
  }

  const placeNote = async (path: string): Promise<Placed> => {
    const original = await hashFile(path).catch(() => undefined)
    return { id: (original && session.catalog.byOriginal(original.sha256)?.id) ?? newId(), own: undefined, isKept: false, isHere: false, files: [] }
  }

  for (const file of files.filter(({ path }) => isMarkdown(path))) {
    signal.throwIfAborted()
    const text = await textOf(file.path)
    const own = readOwnHead(text)
    const place = own ? await placeOwn(file, own) : await placeNote(file.path)
    for (const hash of own ? new Set(text.match(/\b[0-9a-f]{64}\b/g)) : []) naming.set(hash, [...naming.get(hash) ?? [], file.path])
    placed.set(file.path, place)
    if (own && place.id !== own.id && !became.has(own.id)) became.set(own.id, place.id)
    const name = basename(file.path, extname(file.path)).toLowerCase()
    if (!byName.has(name)) byName.set(name, place.id)
  }
  // One that stays is meant by its id, whatever else had it too.
  for (const { id, own } of placed.values()) if (own?.id === id) became.delete(id)
  const isMeant = ({ id, own }: Placed): boolean => own !== undefined && id === (became.get(own.id) ?? own.id)

  for (const [path, place] of placed) {
    const revisionId = place.own?.revisionId
    if (revisionId === undefined || !isMeant(place)) continue
    const pinning = (naming.get(revisionId) ?? []).filter((other) => placed.get(other)?.own?.id !== place.own?.id)
    if (pinning.length === 0) continue
    for (const other of pinning) before.set(other, [...before.get(other) ?? [], path])
    if (!place.isHere || session.catalog.get(place.id) === undefined) continue
    const isKnown = await session.folder.records.readRevision(place.id, revisionId).then(() => true, () => false)
    if (!isKnown) became.set(revisionId, (await session.seal(place.id)).revision.id)
  }
  const { order, waits } = ordered(files, before)

  return {
    order, became, before: (path) => waits.get(path) ?? [], placeOf: (path) => placed.get(path),
    cameAs: (path, { revision }) => {
      const place = placed.get(path)
      if (place?.own?.revisionId !== undefined && isMeant(place)) became.set(place.own.revisionId, revision.id)
    },
    recordOfNote: (path) => (placed.get(path) ?? placed.get(`${path}.md`))?.id ?? byName.get(basename(path).replace(/\.(?:md|markdown)$/i, '').toLowerCase()),
  }
}
