/**
 * What is known of the editions of a product: the file of each is read, hashed and its signature verified once in a session, and again only
 * where the file was changed since.
 */
import { setImmediate as nextTurn } from 'node:timers/promises'
import { toFailure } from '#shared/contract/errors'
import type { Edition } from '#shared/model/edition'
import { lastStep } from '#shared/model/life/moves'
import type { RecordContent } from '#shared/model/record'
import { hashJson } from '../../store/canonicalJson'
import { isIntact } from '../../store/editionStore'
import { isSameStamp, stampOf, type HeadStamp } from '../../store/headCache'
import type { Session } from '../session'
import { signatureIn, type FoundSignature } from './editionSignature'

export interface KnownEdition extends Pick<Edition, 'seal' | 'recordId' | 'number' | 'releasedAt' | 'library' | 'changeLog'> {
  by: string
  title: string
  /** The revision that was released. */
  revisionId: string
  /** The records that it comes of, each once; `sourceCount` counts their revisions. */
  sources: readonly string[]
  sourceCount: number
  /** Whether the file still is what was sealed. */
  intact: boolean
  signature: FoundSignature
  /** What the gate was passed with, as the contents say that were released. */
  waived: string[]
  reason: string
  /** Of `saidHash`; empty where it is not intact. */
  said: string
}

/** A hash of all that a content says but what a release makes anew: the stage, the steps that led there, and the number. */
export const saidHash = ({ stage: _stage, stageHistory: _steps, fields: { edition: _edition, ...fields }, ...content }: RecordContent): string => hashJson({ ...content, fields })

const waiverOf = ({ content }: Edition): Pick<KnownEdition, 'waived' | 'reason'> => {
  const last = lastStep(content)
  return last?.move === 'release' ? { waived: last.waived ?? [], reason: last.reason ?? '' } : { waived: [], reason: '' }
}

const knownOf = async (edition: Edition): Promise<KnownEdition> => {
  const { seal, recordId, number, releasedAt, by, library, content, changeLog, sources, revision } = edition
  const intact = isIntact(edition)
  return {
    seal, recordId, number, releasedAt, by: by.name, library, title: content.title, changeLog, revisionId: revision.id,
    sources: [...new Set(sources.map((source) => source.recordId))], sourceCount: sources.length,
    intact, signature: await signatureIn(edition), ...waiverOf(edition), said: intact ? saidHash(content) : '',
  }
}

interface Kept { stamp: HeadStamp; edition: KnownEdition }

const known = new WeakMap<Session, Map<string, Kept>>()

const readKnown = async (session: Session, recordId: string, seal: string): Promise<KnownEdition> => {
  const kept = known.get(session) ?? new Map<string, Kept>()
  known.set(session, kept)
  const { editions, journal, paths } = session.folder
  const [key, path] = [`${recordId}/${seal}`, paths.edition(recordId, seal)]
  const stamp = journal.isPending(path) ? undefined : await stampOf(path)
  const there = kept.get(key)
  if (there && isSameStamp(there.stamp, stamp)) return there.edition
  const edition = await knownOf(await editions.read(recordId, seal))
  if (stamp) kept.set(key, { stamp, edition })
  // Hashing a long one takes a while: others have their turn before the next.
  await nextTurn()
  return edition
}

/** Latest first, those under one number by when they say that they were released. One that can't be read is noted as damage and left out. */
export const knownEditions = async (session: Session, recordId: string): Promise<KnownEdition[]> => {
  const editions: KnownEdition[] = []
  for (const seal of await session.folder.editions.seals(recordId)) {
    try {
      editions.push(await readKnown(session, recordId, seal))
    } catch (error) {
      const failure = toFailure(error)
      if (!failure) throw error
      // What went since its folder was listed is no damage.
      if (failure.code !== 'not_found') session.noteDamage({ path: session.folder.paths.edition(recordId, seal), failure })
    }
  }
  return editions.sort((a, b) => b.number - a.number || (a.releasedAt < b.releasedAt ? 1 : -1))
}
