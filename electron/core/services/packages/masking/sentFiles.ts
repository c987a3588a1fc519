/** What becomes of the files that would leave: a picture is cleaned, and a file in which something is masked, or that nothing reads, stays here. */
import { staysUnlessSent, type Masking } from '#shared/contract/masking'
import type { Session } from '../../session'
import type { Selection } from '../selection'
import type { Decide } from './decisions'
import { lookIntoFile, type FileLook } from './fileLooks'
import type { Finder, LookedThrough } from './lookThrough'
import type { StandIn, StandIns } from './standIns'

/** By the hash of a file: the records that name it, the first first. */
export type Holders = Map<string, string[]>

export const noteHolders = (holders: Holders, { recordId, files }: Pick<LookedThrough, 'recordId' | 'files'>): void => {
  for (const sha256 of files) {
    const known = holders.get(sha256) ?? []
    if (!known.includes(recordId)) holders.set(sha256, [...known, recordId])
  }
}

interface FileMasking { session: Session; find: Finder; decide: Decide; masking: Masking; holders: Holders; step: (current: string) => void }

/** A file stays where something in it is masked in any of the records that name it, or where nobody knows what is in it. */
const staysIn = ({ decide, holders }: FileMasking, sha256: string, { why, hits }: FileLook): boolean =>
  (why !== null && staysUnlessSent.has(why)) || hits.some(({ hit }) => (holders.get(sha256) ?? []).some((recordId) => decide(hit.kind, hit.text, recordId).action !== 'keep'))

/**
 * Cleaned pictures become attachments of the library, as the twins that name them are kept. A file that does not leave is not named either: its
 * hash would tell what it says. Throws what looking into files and writing throw.
 */
export const standInsOf = async (files: FileMasking, { attachments, missing }: Selection): Promise<StandIns> => {
  const { session, find, masking, step } = files
  const standIns = new Map<string, StandIn>(missing.flatMap(({ kind, id }): [string, null][] => (kind === 'attachment' ? [[id, null]] : [])))
  const [send, leaveOut] = [new Set(masking.send), new Set(masking.leaveOut)]
  for (const attachment of attachments.values()) {
    const { sha256, name } = attachment
    const look = await lookIntoFile(session, attachment, find)
    if (leaveOut.has(sha256) || (staysIn(files, sha256, look) && !send.has(sha256))) standIns.set(sha256, null)
    else if (look.cleaned) standIns.set(sha256, await session.folder.attachments.addBytes(look.cleaned))
    step(name)
  }
  return standIns
}
