/** Where the references of one record lead, and which lead to nothing. What many refer to is looked up once. */
import { isAppError } from '#shared/contract/errors'
import type { BrokenCause, BrokenLink } from '#shared/contract/links'
import type { Body } from '#shared/model/body/body'
import { placedBlocks } from '#shared/model/body/walk'
import type { RecordContent, RecordFile } from '#shared/model/record'
import { referencesIn, type PlacedReference, type Reference } from '#shared/model/references'
import type { Session } from '../session'

export type ExamineLinks = (record: Pick<RecordFile, 'id' | 'content'>) => Promise<BrokenLink[]>

/** What a lookup fails with says nothing more than that it is not here: damage is told by the check of files. */
const ifHere = async <T>(looking: Promise<T>): Promise<T | undefined> => looking.catch((error: unknown) => {
  if (isAppError(error)) return undefined
  throw error
})

const lookedUpOnce = <T>(look: (key: string) => Promise<T>): (key: string) => Promise<T> => {
  const known = new Map<string, Promise<T>>()
  return async (key) => {
    const looking = known.get(key) ?? look(key)
    known.set(key, looking)
    return looking
  }
}

/** The ids of a body's sections and blocks: all that can be cited. */
const placesIn = (body: Body): ReadonlySet<string> => new Set([...body.sections.map(({ id }) => id), ...[...placedBlocks(body)].map(({ block }) => block.id)])

type Broken = Pick<BrokenLink, 'cause' | 'target'>

export const createExamineLinks = ({ folder, catalog }: Session): ExamineLinks => {
  const trashedTitle = lookedUpOnce(async (id) => ifHere(folder.trash.read(id).then(({ record }) => record.content.title)))
  const isFile = lookedUpOnce(async (sha256) => (await folder.attachments.find(sha256)) !== undefined)
  const placesOf = lookedUpOnce(async (pin) => {
    const [recordId = '', revisionId = ''] = pin.split('@')
    return ifHere(folder.records.readRevision(recordId, revisionId).then(({ content }) => placesIn(content.body)))
  })

  const ofRecord = async (id: string, words: string): Promise<Broken | undefined> => {
    if (catalog.get(id)) return undefined
    const title = await trashedTitle(id)
    return title === undefined ? { cause: 'gone', target: words } : { cause: 'trash', target: title }
  }

  /** What an adoption takes up need not be here, nor that revision of it: how it stands says so. */
  const ofAdopted = async (id: string): Promise<Broken | undefined> => {
    const broken = await ofRecord(id, '')
    return broken?.cause === 'trash' ? broken : undefined
  }

  /** What is pinned or cited may be in the trash: its revision is here all the same. */
  const ofRevision = async (id: string, revisionId: string, words: string, { place }: Pick<PlacedReference, 'place'>): Promise<Broken | undefined> => {
    const places = await placesOf(`${id}@${revisionId}`)
    if (!places) return await ofRecord(id, words) ?? { cause: 'revision', target: words || (catalog.get(id)?.title ?? '') }
    const wanted = place?.blockId ?? place?.sectionId
    return wanted === undefined || places.has(wanted) ? undefined : { cause: 'place', target: words }
  }

  const ofFile = async (sha256: string, target: string, attachments: RecordContent['attachments'] | undefined): Promise<Broken | undefined> => {
    const attached = attachments?.find((each) => each.sha256 === sha256)
    const cause: BrokenCause = 'file'
    if ((attachments && !attached) || !(await isFile(sha256))) return { cause, target: attached?.name ?? target }
    return undefined
  }

  const broken = async (reference: Reference, placed: PlacedReference, { attachments }: RecordContent): Promise<Broken | undefined> => {
    switch (reference.kind) {
      case 'link': return reference.relation === 'adopts' ? ofAdopted(reference.to) : reference.revisionId === null ? ofRecord(reference.to, '') : ofRevision(reference.to, reference.revisionId, '', placed)
      case 'mention': return ofRecord(reference.to, reference.text)
      case 'citation':
      case 'cellCitation': return ofRevision(reference.to, reference.revisionId, reference.text, placed)
      case 'evidence': return ofFile(reference.sha256, reference.text, attachments)
      case 'picture': return ofFile(reference.sha256, reference.text, undefined)
    }
  }

  return async ({ id, content }) => {
    const { type, number, title } = content
    const found: BrokenLink[] = []
    for (const placed of referencesIn(content)) {
      const why = await broken(placed.reference, placed, content)
      if (why) found.push({ record: { id, type, number, title }, sectionTitle: placed.sectionTitle, reference: placed.reference, ...why })
    }
    return found
  }
}
