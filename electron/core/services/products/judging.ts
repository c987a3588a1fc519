/** What the gate before a release is told of a product: its pilots, whether it goes round in a circle, and what was released before. */
import type { ReleaseGate } from '#shared/contract/products'
import { pinKey } from '#shared/model/gates'
import { hasOutcome } from '#shared/model/product/adoption'
import { releaseConditions, type PilotFact } from '#shared/model/product/releaseGate'
import type { RecordFile, RevisionFile } from '#shared/model/record'
import { adoptionsOf } from '../life'
import type { Session } from '../session'
import { findCircle } from './circle'
import { highestNumber, latestNumber } from './editions'
import type { EditionKeys } from './editionSignature'
import { byForce } from './inForce'
import { knownEditions, saidHash, type KnownEdition } from './knownEditions'
import { readAllPinned, readHead } from './sources'

/** `latest` is the edition that the next one stands on. */
export interface Judged { gate: ReleaseGate; latest: KnownEdition | undefined; pinned: Map<string, RevisionFile> }

const pilotsOf = async (session: Session, id: string): Promise<PilotFact[]> => {
  const facts: PilotFact[] = []
  for (const { id: adoptionId } of adoptionsOf(session, id, 'pilots')) {
    const content = (await readHead(session, adoptionId))?.content
    if (content?.fields.pilot && content.fields.edition !== undefined) facts.push({ id: adoptionId, edition: content.fields.edition, hasOutcome: hasOutcome(content) })
  }
  return facts
}

export const judge = async (session: Session, keys: EditionKeys, { id, content }: RecordFile): Promise<Judged> => {
  const editions = (await knownEditions(session, id)).filter(({ intact }) => intact)
  const pinned = await readAllPinned(session, content)
  const twins = await byForce(session, keys, editions, highestNumber(editions))
  const said = saidHash(content)
  const edition = latestNumber(content, editions) + 1
  const same = twins.find((each) => each.said === said)
  const conditions = releaseConditions({ id, content }, {
    edition, isHere: (each) => pinned.has(pinKey(each)), circle: await findCircle(session, { id, content }), pilots: await pilotsOf(session, id), unchangedSince: same?.number,
  })
  return { gate: { edition, conditions }, latest: twins[0], pinned }
}
