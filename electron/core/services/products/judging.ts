/** What the gate before a release is told of a product: its pilots, whether it goes round in a circle, and what was released before. */
import type { ReleaseGate } from '#shared/contract/products'
import type { Edition } from '#shared/model/edition'
import { pinKey } from '#shared/model/gates'
import { hasOutcome } from '#shared/model/product/adoption'
import { releaseConditions, type PilotFact } from '#shared/model/product/releaseGate'
import type { RecordContent, RecordFile, RevisionFile } from '#shared/model/record'
import { isSameJson } from '#shared/model/sameJson'
import { isIntact } from '../../store/editionStore'
import { adoptionsOf } from '../life'
import type { Session } from '../session'
import { findCircle } from './circle'
import { latestNumber, readEditions } from './editions'
import { readAllPinned, readHead } from './sources'

/** `latest` is the edition that the next one stands on. */
export interface Judged { gate: ReleaseGate; latest: Edition | undefined; pinned: Map<string, RevisionFile> }

const pilotsOf = async (session: Session, id: string): Promise<PilotFact[]> => {
  const facts: PilotFact[] = []
  for (const { id: adoptionId } of adoptionsOf(session, id, 'pilots')) {
    const content = (await readHead(session, adoptionId))?.content
    if (content?.fields.pilot && content.fields.edition !== undefined) facts.push({ id: adoptionId, edition: content.fields.edition, hasOutcome: hasOutcome(content) })
  }
  return facts
}

/** What a release makes anew is no change: the stage, the steps that led there, and the number. */
const said = ({ stage: _stage, stageHistory: _steps, fields: { edition: _edition, ...fields }, ...content }: RecordContent): unknown => ({ ...content, fields })

export const judge = async (session: Session, { id, content }: RecordFile): Promise<Judged> => {
  const editions = (await readEditions(session, id)).filter(isIntact)
  const pinned = await readAllPinned(session, content)
  const [latest] = editions
  const edition = latestNumber(content, editions) + 1
  const same = editions.find((each) => each.number === latest?.number && isSameJson(said(each.content), said(content)))
  const conditions = releaseConditions({ id, content }, {
    edition, isHere: (each) => pinned.has(pinKey(each)), circle: await findCircle(session, { id, content }), pilots: await pilotsOf(session, id), unchangedSince: same?.number,
  })
  return { gate: { edition, conditions }, latest, pinned }
}
