/** A product of the sample library: made of its records, piloted, released and taken up, each step written down as the app writes it. */
import { z } from 'zod'
import type { Edition } from '#shared/model/edition'
import { Timestamp, Uuid } from '#shared/model/ids'
import { OwnFields, Person, RecordContent, type RecordFile } from '#shared/model/record'
import { adoptionTitles } from '../adoptions'
import { makeEdition, toEditionSource } from '../products'
import type { Session } from '../session'
import { lived, livedOn, Step } from './lived'
import { pinned } from './pinned'

const made = { id: Uuid, createdAt: Timestamp, by: Person, history: z.array(Step) }

/** A unit that takes the product up, or pilots its draft. */
const SampleAdoption = z.looseObject({ ...made, unit: z.string(), team: z.string(), pilot: z.boolean(), fields: OwnFields })

/**
 * `content` as a record's, but that citations and source links name no revision: they get the one in which the sample has the record.
 * `history` leads to the pilot, `afterwards` on from the release.
 */
export const SampleProduct = z.looseObject({
  ...made, content: z.looseObject({ title: z.string() }), release: Step.omit({ move: true }).extend({ changeLog: z.string() }), afterwards: z.array(Step), adoptions: z.array(SampleAdoption),
})
export type SampleProduct = z.infer<typeof SampleProduct>

interface Given { heads: ReadonlyMap<string, RecordFile>; origin: RecordContent['origin'] }

/** Takes the sample's product into a library that was just made, with its edition and its adoptions; answers with it as it stands then. */
export const fillProduct = async (session: Session, sample: SampleProduct, { heads, origin }: Given): Promise<RecordFile> => {
  const { records, editions } = session.folder
  const { id, by, history, release, afterwards, adoptions } = sample
  const numberFor = async (type: RecordContent['type'], createdAt: string): Promise<string> => session.numbering.next(type, Date.parse(createdAt))
  const content = RecordContent.parse({ ...z.looseObject({}).parse(pinned(sample.content, heads)), number: await numberFor('product', sample.createdAt), attachments: [], origin })

  const takeUp = async (product: RecordFile, seal: string | undefined, { pilot, unit, team, fields, ...adoption }: SampleProduct['adoptions'][number]): Promise<void> => {
    const stage = 'planned'
    const about: RecordContent = {
      type: 'adoption', number: await numberFor('adoption', adoption.createdAt), title: adoptionTitles['zh-CN'][pilot ? 'pilot' : 'adoption']({ title: content.title, edition: 1, unit: team }), summary: '', unit, team, authors: [adoption.by.name], contact: '',
      field: content.field, tags: [], date: '', place: '', confidentiality: content.confidentiality, stage, links: [{ to: id, relation: 'adopts', revisionId: product.revision.id }], attachments: [],
      fields: { ...fields, edition: 1, pilot, ...seal !== undefined && { seal } }, custom: {}, body: { version: 1, preamble: [], sections: [] }, origin,
    }
    await session.take(async () => records.create(adoption.id, lived(about, adoption.history), adoption.by, true))
  }

  const draft = await session.take(async () => records.create(id, lived(content, history), by, true))
  for (const adoption of adoptions) if (adoption.pilot) await takeUp(draft, undefined, adoption)

  const sources = [...new Set(content.links.map(({ to }) => to))].flatMap((to) => heads.get(to) ?? []).map(toEditionSource)
  let edition: Edition | undefined
  const { changeLog, ...step } = release
  const released = await session.take(async () => records.release(
    id, draft.revision.id, (before) => livedOn({ ...before, fields: { ...before.fields, edition: 1 } }, [{ ...step, move: 'release' }]), release.by,
    async (record) => [editions.write(edition = await makeEdition(session, record, { number: 1, previous: undefined, changeLog, releasedAt: release.at, sources }, undefined))],
  ))
  for (const adoption of adoptions) if (!adoption.pilot) await takeUp(released, edition?.seal, adoption)
  return session.take(async () => records.release(id, released.revision.id, (before) => livedOn(before, afterwards), by, () => []))
}
