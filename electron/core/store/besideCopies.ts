/**
 * Conflict copies of what stands beside the records: comments, templates and filled copies, such as `<id> (冲突副本 2026-11-29).json`. They are
 * known by what they hold. Comments become one; of a template or a filled copy that differs the newer takes the place, and the other is kept
 * as one more, under an id that every device makes of it. The file is set aside, as is what it replaces.
 */
import { basename, dirname, join, relative, sep } from 'node:path'
import { isAppError } from '#shared/contract/errors'
import type { DamagedFile } from '#shared/contract/library'
import { bodyAttachments } from '#shared/model/body/walk'
import { CommentsFile, commentsFormat, mergeComments } from '#shared/model/comments'
import { copyFormat, FilledCopy } from '#shared/model/forms/copy'
import { derivedId } from '#shared/model/ids'
import type { Language } from '#shared/model/language'
import type { Person } from '#shared/model/record'
import { TemplateFile, templateFormat, templateLimits } from '#shared/model/template'
import { makeYoung } from './attachmentStore'
import { formatJson, hashJson } from './canonicalJson'
import { isThere, namesIn, readIfThere } from './durableFile'
import { stageWrites, type FileWrite } from './fileWrite'
import { idOfFile, type LibraryPaths } from './folders'
import { parseDocument } from './jsonFile'
import type { LibraryFolder } from './libraryFolder'
import { stageAside, stageMoveAside } from './setAside'

type Folder = Pick<LibraryFolder, 'paths' | 'journal' | 'comments' | 'templates' | 'copies' | 'library'>

type Beside = { kind: 'comments'; file: CommentsFile } | { kind: 'template'; file: TemplateFile } | { kind: 'copy'; file: FilledCopy }

/** What a copy holds. `isWhole`: no newer version wrote it. */
export type BesideCopy = Beside & { bytes: Buffer; isWhole: boolean }

/** One of two that differ and are both kept: `path` is where the other one stands now, `current` its hash; it was changed `at` by `by`. */
export interface BothKept { path: string; id: string; current: string; at: string; by: Person }

/** What became of a copy; `bothKept` where there are two now. */
export interface AbsorbedBeside { path: string; held: Beside; bothKept?: BothKept }

const kinds = { comments: 'comments', templates: 'template', filled: 'copy' } as const

/** Which of them a path in the library, as `templates/a.json`, belongs to. */
const kindAt = (path: string): Beside['kind'] | undefined => {
  const [first] = path.split(/[/\\]/)
  return first === 'comments' || first === 'templates' || first === 'filled' ? kinds[first] : undefined
}

const parsed = (kind: Beside['kind'], path: string, bytes: Buffer): Beside => {
  switch (kind) {
    case 'comments': return { kind, file: parseDocument(path, bytes, CommentsFile) }
    case 'template': return { kind, file: parseDocument(path, bytes, TemplateFile) }
    case 'copy': return { kind, file: parseDocument(path, bytes, FilledCopy) }
  }
}

const formats = { comments: commentsFormat, template: templateFormat, copy: copyFormat } satisfies Record<Beside['kind'], number>

const placeOf = (paths: LibraryPaths, { kind, file }: Beside): string => {
  switch (kind) {
    case 'comments': return paths.comments(file.recordId)
    case 'template': return paths.template(file.id)
    case 'copy': return paths.copy(file.toolId, file.id)
  }
}

/** What a file holds that stood at `before`, a path in the library; undefined for anything else. Throws `file_unreadable`. */
export const besideCopyOf = async (path: string, before: string): Promise<BesideCopy | undefined> => {
  const kind = kindAt(before)
  if (kind === undefined) return undefined
  try {
    const bytes = await readIfThere(path)
    if (bytes === undefined) return undefined
    const held = parsed(kind, path, bytes)
    return { ...held, bytes, isWhole: held.file.format <= formats[kind] }
  } catch (error) {
    if (isAppError(error) && error.code !== 'file_unreadable') return undefined
    throw error
  }
}

/** Whether a file below `comments`, `templates` or `filled` is not named as one of theirs in its folder is, and is no temporary one. */
export const isOddBeside = (paths: LibraryPaths, path: string): boolean => {
  if (path.endsWith('.tmp')) return false
  const [id] = idOfFile(basename(path))
  return id === undefined || ![paths.comments(id), paths.template(id), paths.copy(basename(dirname(path)), id)].includes(path)
}

async function* filesBelow(folder: string, depth: number): AsyncGenerator<string> {
  // What is no folder is reported by whoever checks the library.
  const names = await namesIn(folder).catch((error: unknown) => {
    if (isAppError(error)) return []
    throw error
  })
  for (const name of names) {
    if (depth === 0) yield join(folder, name)
    else yield* filesBelow(join(folder, name), depth - 1)
  }
}

/** Files that stand where no comments, template or filled copy belongs. */
export async function* oddBesideFiles(paths: LibraryPaths): AsyncGenerator<string> {
  for (const [folder, depth] of [[paths.commentFiles, 1], [paths.templates, 0], [paths.copies, 2]] as const) {
    for await (const path of filesBelow(folder, depth)) if (isOddBeside(paths, path)) yield path
  }
}

const marks = { 'zh-CN': '（冲突副本）', en: ' (conflict copy)' } satisfies Record<Language, string>

const marked = (name: string, mark: string, most: number): string => `${name.slice(0, most - mark.length).toWellFormed()}${mark}`

const titleMost = 200

const changedAt = ({ kind, file }: Exclude<Beside, { kind: 'comments' }>): string => (kind === 'template' ? file.at : file.savedAt)

/** What it says, whoever said it and when. */
const saying = (held: Exclude<Beside, { kind: 'comments' }>): string => {
  if (held.kind === 'template') {
    const { by: _by, at: _at, ...says } = held.file
    return hashJson(says)
  }
  const { savedAt: _savedAt, doneAt: _doneAt, ...says } = held.file
  return hashJson(says)
}

/** The one that gives way as one more: the same on every device. */
const further = (held: Exclude<Beside, { kind: 'comments' }>, language: Language): { held: Beside; id: string } => {
  const id = derivedId(Math.max(0, Date.parse(changedAt(held))), Buffer.from(hashJson(held.file), 'hex'))
  if (held.kind === 'copy') return { id, held: { kind: 'copy', file: { ...held.file, id, title: marked(held.file.title, marks[language], titleMost) } } }
  // It is kept, and no new record begins with it: of two with one mark the later id would count.
  const { defaultSince: _since, ...file } = held.file
  return { id, held: { kind: 'template', file: { ...file, id, name: marked(file.name, marks[language], templateLimits.name) } } }
}

const bothKeptOf = (paths: LibraryPaths, held: Exclude<Beside, { kind: 'comments' }>, language: Language): BothKept => {
  const { id, held: other } = further(held, language)
  return { path: placeOf(paths, other), id, current: hashJson(held.file), at: changedAt(held), by: held.file.by }
}

interface Plan { writes: FileWrite[]; bothKept?: BothKept; replaces?: { path: string; bytes: Buffer } }

const planComments = (place: string, copy: CommentsFile, there: CommentsFile | undefined): Plan => {
  const merged = there ? { ...copy, ...there, comments: mergeComments(there.comments, copy.comments) } : copy
  return { writes: there && hashJson(merged) === hashJson(there) ? [] : [{ path: place, data: formatJson(merged) }] }
}

const plan = async ({ paths, journal, library }: Folder, copy: Beside, there: BesideCopy | undefined): Promise<Plan> => {
  const place = placeOf(paths, copy)
  if (copy.kind === 'comments') return planComments(place, copy.file, there?.kind === 'comments' ? there.file : undefined)
  const write = { path: place, data: formatJson(copy.file) }
  if (!there || there.kind === 'comments') return { writes: [write] }
  if (saying(there) === saying(copy)) return { writes: [] }
  const { language } = library.current()
  const isNewer = changedAt(copy) > changedAt(there)
  const bothKept = bothKeptOf(paths, isNewer ? there : copy, language)
  const { held: other } = further(isNewer ? there : copy, language)
  // The same copy may have come before.
  const isKnown = await journal.find(bothKept.path) !== undefined
  return {
    writes: [...isNewer ? [write] : [], ...isKnown ? [] : [{ path: bothKept.path, data: formatJson(other.file) }]], bothKept,
    ...isNewer && { replaces: { path: place, bytes: there.bytes } },
  }
}

const alone = async <T>({ comments, templates, copies }: Folder, { kind, file }: Beside, work: () => Promise<T>): Promise<T> => {
  switch (kind) {
    case 'comments': return comments.alone(file.recordId, work)
    case 'template': return templates.alone(work)
    case 'copy': return copies.alone(file.id, work)
  }
}

/** Whether what the file belongs to is here, in place or in the trash. */
const isWanted = async ({ paths, journal }: Folder, { kind, file }: Beside): Promise<boolean> => {
  if (kind === 'template') return true
  const id = kind === 'comments' ? file.recordId : file.toolId
  return await journal.find(paths.record(id)) !== undefined || await journal.find(paths.trashed(id)) !== undefined
}

/**
 * Takes one copy in, in one transaction. Undefined for a file that holds none of a version that we know, one whose record is not here, and
 * one in whose place something stands that can't be read: it is left where it is. Throws `file_unreadable`, `store_write_failed`.
 */
export const absorbBesideCopy = async (folder: Folder, path: string, run: string, now: number): Promise<AbsorbedBeside | undefined> => {
  const { paths, journal } = folder
  const before = relative(paths.root, path).split(sep).join('/')
  const copy = await besideCopyOf(path, before)
  if (!copy?.isWhole) return undefined
  const { bytes } = copy
  const place = placeOf(paths, copy)
  return alone(folder, copy, async () => {
    if (!(await isThere(path)) || !(await isWanted(folder, copy))) return undefined
    await journal.settle()
    const there = await besideCopyOf(place, before)
    if (there ? !there.isWhole || placeOf(paths, there) !== place : await isThere(place)) return undefined
    const { writes, replaces, bothKept } = await plan(folder, copy, there)
    // Before anything names them: a sweep leaves alone what is young.
    if (copy.kind === 'template' && writes.length > 0) for (const sha256 of bodyAttachments(copy.file.content.body)) await makeYoung(paths.attachment(sha256), now)
    await journal.commit(async (stage, remove) => {
      await stageWrites(stage, writes)
      if (replaces) await stageAside(paths, stage, run, replaces.path, replaces.bytes)
      await stageMoveAside(paths, { stage, remove }, run, path, bytes)
    })
    if (copy.kind === 'copy') await folder.copies.noticed(copy.file.toolId, new Set([basename(place)]))
    return { path, held: copy, ...bothKept && { bothKept } }
  })
}

/** The other of two that were both kept, as long as one of them lies set aside, where it stood at `before`, and the other is here. */
export const bothKeptBy = async ({ paths, library }: Folder, aside: string, before: string): Promise<BothKept | undefined> => {
  const held = await besideCopyOf(aside, before)
  if (!held || held.kind === 'comments') return undefined
  const bothKept = bothKeptOf(paths, held, library.current().language)
  return (await isThere(bothKept.path)) ? bothKept : undefined
}

export const bothKeptDamage = ({ path, ...data }: BothKept): DamagedFile => ({ path, failure: { code: 'conflict', data } })
