/** Bringing single files back from a run: what is missing here, or stands here damaged and was set aside. */
import { relative, sep } from 'node:path'
import type { BackedUpFile } from '#shared/model/backup'
import type { RunReader } from '../../backups/runReader'
import { hashFile } from '../../store/hashFile'
import type { Remove, Stage } from '../../store/journal'
import { stageAside } from '../../store/setAside'
import type { Session } from '../session'

export interface BringingBack {
  session: Session
  files: ReadonlyMap<string, BackedUpFile>
  reader: RunReader
  stage: Stage
  remove: Remove
  /** The folder under `set-aside` of this time. */
  aside: string
  /** Places that were staged already. */
  staged: Set<string>
}

export const pathIn = ({ folder }: Session, place: string): string => relative(folder.root, place).split(sep).join('/')

/** Keeps what stands at a place as it is, under `set-aside`. */
export const setAside = async ({ session, stage, aside }: BringingBack, place: string): Promise<void> => {
  const bytes = await session.folder.journal.read(place)
  if (bytes !== undefined) await stageAside(session.folder.paths, stage, aside, place, bytes)
}

/** Stages the copy of a file for its place, unless just that stands there. What else stands there is set aside. Answers whether there is a copy. */
export const bringFileBack = async (bringing: BringingBack, place: string): Promise<boolean> => {
  const { session, files, reader, stage, staged } = bringing
  const file = files.get(pathIn(session, place))
  if (!file || staged.has(place)) return file !== undefined
  const here = await session.folder.journal.find(place)
  if (here !== undefined) {
    // A sweep under way may be about to take what nothing names yet.
    if (place === session.folder.paths.attachment(file.sha256)) await session.folder.attachments.keepYoung(file)
    if ((await hashFile(here)).sha256 === file.sha256) return true
    await setAside(bringing, place)
  }
  staged.add(place)
  await stage(place, async (to) => reader.extract(file, to))
  return true
}
