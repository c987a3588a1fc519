/** The records that slides are made of, as they are shown: of a product that is shown at a meeting an edition. */
import type { DocumentSource } from '#shared/contract/documents'
import { AppError } from '#shared/contract/errors'
import { agendaOf } from '#shared/model/meeting/agenda'
import type { RevisionFile } from '#shared/model/record'
import { stepsOf } from '#shared/model/product/steps'
import type { Warnings } from '../../../documents/writers/docx/warnings'
import { readHead } from '../../products'
import type { Session } from '../../session'
import { readEdition, sealAtMeeting } from '../plans/editions'
import { readOr } from '../plans/gathering'
import type { PlanMeans } from '../plans/means'
import type { ShownRecord } from './recordSlides'

const asRevision = ({ format, id, revision, content }: RevisionFile): RevisionFile => ({ format, id, revision, content })

const shownEdition = async (session: Session, id: string, seal: string | null): Promise<ShownRecord> => {
  const { file, edition } = await readEdition(session, id, seal)
  return { file, edition: edition?.number ?? null }
}

/** As it stands now; what is not here is told of. */
const shownAtMeeting = async (session: Session, id: string, title: string, means: PlanMeans, warnings: Warnings): Promise<ShownRecord | undefined> => {
  const file = await readOr(session, id, warnings, title)
  if (file?.content.type === 'product') return shownEdition(session, id, await sealAtMeeting(session, id, means))
  return file && { file: asRevision(file), edition: null }
}

export type Shown =
  | { kind: 'record'; record: ShownRecord }
  | { kind: 'records'; title: string; records: ShownRecord[] }
  | { kind: 'meeting'; meeting: RevisionFile; records: ReadonlyMap<string, ShownRecord> }

/** Throws `not_found` for what is shown alone and is not here; of many, and at a meeting, what is missing is told of. */
export const gatherShown = async (session: Session, means: PlanMeans, source: DocumentSource, warnings: Warnings): Promise<Shown> => {
  const { folder } = session
  const { select, onRead } = means
  switch (source.kind) {
    case 'record': {
      const file = await folder.records.read(source.id)
      onRead(1, 1, file.content.title)
      return file.content.type === 'meeting' ? gatherShown(session, means, { kind: 'meeting', id: source.id, part: 'handbook' }, warnings) : { kind: 'record', record: { file: asRevision(file), edition: null } }
    }
    case 'edition': {
      const record = await shownEdition(session, source.id, source.seal)
      onRead(1, 1, record.file.content.title)
      return { kind: 'record', record }
    }
    case 'records': {
      const ids = await select(session, source.selection)
      const records: ShownRecord[] = []
      for (const [index, id] of ids.entries()) {
        const file = await readHead(session, id)
        if (file) records.push({ file: asRevision(file), edition: null })
        else warnings.add('record_missing', session.catalog.get(id)?.title ?? '')
        onRead(index + 1, ids.length, file?.content.title ?? '')
      }
      if (records.length === 0) throw new AppError('not_found', { kind: 'record', id: ids[0] ?? '' })
      return { kind: 'records', title: source.title, records }
    }
    case 'meeting': {
      const meeting = await folder.records.read(source.id)
      if (meeting.content.type !== 'meeting') throw new AppError('not_found', { kind: 'record', id: source.id })
      const all = agendaOf(meeting.content).flatMap(({ records }) => records)
      const cited = all.filter(({ recordId }, index) => all.findIndex((each) => each.recordId === recordId) === index)
      const records = new Map<string, ShownRecord>()
      for (const [index, { recordId, title = '' }] of cited.entries()) {
        const shown = await shownAtMeeting(session, recordId, title, means, warnings)
        if (shown) records.set(recordId, shown)
        onRead(index + 1, cited.length, shown?.file.content.title ?? title)
      }
      return { kind: 'meeting', meeting: asRevision(meeting), records }
    }
  }
}

/** Those whose words are shown, each once. */
export const shownRecords = (shown: Shown): ShownRecord[] => {
  if (shown.kind === 'record') return [shown.record]
  return shown.kind === 'records' ? shown.records : [{ file: shown.meeting, edition: null }, ...shown.records.values()]
}

/** Number and title of what records use; a restricted one keeps its title, since only its number would be told of. */
export const usedTitles = async (session: Session, records: readonly RevisionFile[]): Promise<Map<string, { number: string; title: string }>> => {
  const titles = new Map<string, { number: string; title: string }>()
  const used = records.flatMap(({ content }) => [
    ...content.links.flatMap(({ to, relation }) => (relation === 'uses' ? [to] : [])), ...(content.type === 'product' ? stepsOf(content.fields).flatMap(({ tools }) => tools.map(({ recordId }) => recordId)) : []),
  ])
  for (const id of new Set(used)) {
    const file = await readHead(session, id)
    if (file) titles.set(id, { number: file.content.number, title: file.content.confidentiality === 'restricted' ? '' : file.content.title })
  }
  return titles
}
