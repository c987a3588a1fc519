/** Looks through the texts of all that leaves, one revision at a time: what is found in which, and what it needs. */
import type { MaskPlace } from '#shared/contract/masking'
import { pinnedRevisions, type PinnedRevision } from '#shared/model/gates'
import type { Hit, SensitiveKind } from '#shared/model/masking/sensitive'
import { visitTexts } from '#shared/model/masking/texts'
import type { Person, RecordContent } from '#shared/model/record'
import type { Session } from '../../session'
import { hitKey } from './decisions'
import { readSent, type SentRevision } from './sentRevisions'
import { namedFiles } from './standIns'

export type Finder = (text: string) => readonly Hit[]

/** Where a text stands: `part` as a place of masking names it, `by` for who wrote it and `edition` for what is said of a release. */
export type TextAt = Pick<MaskPlace, 'recordId' | 'title' | 'part' | 'section' | 'file'>

/** What is kept of a revision; its texts are not. */
export interface LookedThrough extends SentRevision { found: ReadonlyMap<string, Pick<Hit, 'kind' | 'text'>>; pins: readonly PinnedRevision[]; files: readonly string[] }

export interface Looking {
  session: Session
  find: Finder
  /** Whoever makes the package is named by it. */
  by: Person
  signal: AbortSignal
  onText: (text: string) => void
  onHit: (hit: Hit, text: string, at: TextAt) => void
  /** The files that a content names, with the names that they have there. */
  onRevision: (revision: LookedThrough, content: RecordContent) => void
}

/** The whole name is one, whether or not anybody lists it. */
export const nameHit = (name: string, by: Person): Hit[] => (name.trim() === '' || name === by.name ? [] : [{ kind: 'person', text: name, start: 0, end: name.length }])

const kindsFound = () => {
  const found = new Map<string, { kind: SensitiveKind; text: string }>()
  return { found, note: ({ kind, text }: Hit): void => { found.set(hitKey(kind, text), { kind, text }) } }
}

export const lookThrough = async ({ session, find, by, signal, onText, onHit, onRevision }: Looking, revisions: readonly SentRevision[]): Promise<LookedThrough[]> => {
  const looked: LookedThrough[] = []
  for (const sent of revisions) {
    signal.throwIfAborted()
    const { revision, content } = await readSent(session, sent)
    const { found, note } = kindsFound()
    const take = (hits: readonly Hit[], text: string, part: string, section: string | null = null): void => {
      for (const hit of hits) {
        note(hit)
        onHit(hit, text, { recordId: sent.recordId, title: content.title, part, section, file: null })
      }
    }
    visitTexts(content, (text, { part, section }) => {
      onText(text)
      take(find(text), text, part, section)
    })
    take(nameHit(revision.by.name, by), revision.by.name, 'by')
    take(revision.by.unit === by.unit ? [] : find(revision.by.unit), revision.by.unit, 'by')
    for (const seal of sent.editions) {
      const { changeLog, by: releasedBy } = await session.folder.editions.read(sent.recordId, seal)
      onText(changeLog)
      take(find(changeLog), changeLog, 'edition')
      take(nameHit(releasedBy.name, by), releasedBy.name, 'edition')
    }
    const known: LookedThrough = { ...sent, found, pins: pinnedRevisions(content), files: namedFiles(content) }
    looked.push(known)
    onRevision(known, content)
  }
  return looked
}
