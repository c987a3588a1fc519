/** Products as documents: an edition as it was sealed, or what is written now, with the tools of its steps and what it comes of. */
import { AppError } from '#shared/contract/errors'
import { stepsOf } from '#shared/model/product/steps'
import { paperSizes } from '#shared/model/document/preset'
import { pinKey, type PinnedRevision } from '#shared/model/gates'
import type { Edition } from '#shared/model/edition'
import type { RecordContent, RevisionFile } from '#shared/model/record'
import { oneLine } from '../../../documents/plan/oneLine'
import { checklistParts } from '../../../documents/plan/product/checklist'
import { editionText, type ProductFacts } from '../../../documents/plan/product/facts'
import { posterParts } from '../../../documents/plan/product/poster'
import { workPackageParts } from '../../../documents/plan/product/workPackage'
import { wordsOf } from '../../../documents/plan/words.data'
import { createProductReader } from '../../adoptions'
import { byForce, knownEditions, readHead, readPinned, restrictedAt } from '../../products'
import type { Session } from '../../session'
import { createWarnings, revisionOf, type Warnings } from './gathering'
import type { PlannedParts, PlanMeans } from './means'

/** The product, and every record whose words its documents show: the product first. */
export interface ReadProduct { facts: ProductFacts; records: RevisionFile[] }

const toolPins = (content: RecordContent): PinnedRevision[] =>
  [...new Map(stepsOf(content.fields).flatMap(({ tools }) => tools).map(({ recordId, revisionId }) => [pinKey({ recordId, revisionId }), { recordId, revisionId }])).values()]

const readTools = async (session: Session, content: RecordContent, warnings: Warnings): Promise<RevisionFile[]> => {
  const tools: RevisionFile[] = []
  for (const pin of toolPins(content)) {
    const tool = await readPinned(session, pin)
    if (tool) tools.push(revisionOf(tool))
    else warnings.add('record_missing', stepsOf(content.fields).flatMap((step) => step.tools).find(({ recordId }) => recordId === pin.recordId)?.title ?? pin.recordId)
  }
  return tools
}

/** What a product is derived from, each at its revision; of one that is not here nothing is known but what the edition said. */
const readSources = async (session: Session, content: RecordContent, said: ReadonlyMap<string, { number: string; title: string }>) => {
  const sources: ProductFacts['sources'][number][] = []
  const restricted: RevisionFile[] = []
  for (const { to, relation, revisionId } of content.links) {
    if (relation !== 'derivedFrom') continue
    const pinned = revisionId === undefined ? await readHead(session, to) : await readPinned(session, { recordId: to, revisionId })
    const known = pinned ? { number: pinned.content.number, title: pinned.content.title } : said.get(to)
    if (known) sources.push({ ...known, at: pinned?.revision.at ?? '' })
    const closed = await restrictedAt(session, { recordId: to, revisionId })
    if (closed) restricted.push(revisionOf(closed))
  }
  return { sources, restricted }
}

/**
 * What a product says at an edition, with `seal` null as it is written now. What became restricted since it was released is so in every edition.
 * Throws `not_found` for a record or an edition that is not here, `invalid` for one that is no product.
 */
export const readEdition = async (session: Session, id: string, seal: string | null): Promise<{ file: RevisionFile; edition: Edition | undefined }> => {
  const edition = seal === null ? undefined : await session.folder.editions.read(id, seal)
  const head = edition ? await readHead(session, id) : await session.folder.records.read(id)
  const whole = edition ?? head
  if (!whole) throw new AppError('not_found', { kind: 'record', id })
  if (whole.content.type !== 'product') throw new AppError('invalid', { issues: [{ path: 'part', message: 'a document of a product' }] })
  const { content, revision } = whole
  return { edition, file: revisionOf({ id, revision, content: head?.content.confidentiality === 'restricted' ? { ...content, confidentiality: 'restricted' } : content }) }
}

/** `seal` null: as it is written now. Throws `not_found` for a product or an edition that is not here. */
export const readProduct = async (session: Session, id: string, seal: string | null, warnings: Warnings): Promise<ReadProduct> => {
  const { file, edition } = await readEdition(session, id, seal)
  const { content } = file
  const editions = (await knownEditions(session, id)).filter(({ intact, number }) => intact && (!edition || number <= edition.number)).reverse()
  const tools = await readTools(session, content, warnings)
  const { sources, restricted } = await readSources(session, content, new Map(edition?.sources.map(({ recordId, number, title }) => [recordId, { number, title }])))
  const facts: ProductFacts = {
    id, content, number: edition?.number ?? null, releasedAt: edition?.releasedAt ?? '', tools, sources,
    editions: editions.map(({ number, releasedAt, by, changeLog }) => ({ number, releasedAt, by, changeLog })),
  }
  return { facts, records: [file, ...tools, ...restricted.filter((each) => each.id !== id && !tools.some((tool) => tool.id === each.id))] }
}

/** The seal of the edition that is in force, null where none is. */
export const sealInForce = async (session: Session, id: string, { keys }: Pick<PlanMeans, 'keys'>): Promise<string | null> =>
  (await createProductReader(keys)(session, [id])).get(id)?.inForce?.seal ?? null

/** The seal of the edition that a meeting is shown: the one in force, else the latest that is as it was sealed; null for the draft, where there is none. */
export const sealAtMeeting = async (session: Session, id: string, means: Pick<PlanMeans, 'keys'>): Promise<string | null> => {
  const inForce = await sealInForce(session, id, means)
  if (inForce !== null) return inForce
  const intact = (await knownEditions(session, id)).filter((edition) => edition.intact)
  const [latest] = intact[0] ? await byForce(session, means.keys, intact, intact[0].number) : []
  return latest?.seal ?? null
}

type Part = 'workPackage' | 'checklist' | 'poster'

/** A few steps are read better on a page that lies. */
const fewSteps = 5

export const planEdition = async (session: Session, { id, seal, part }: { id: string; seal: string | null; part: Part }, { onRead }: PlanMeans): Promise<PlannedParts> => {
  const warnings = createWarnings()
  const { facts, records } = await readProduct(session, id, seal, warnings)
  const { content, tools } = facts
  onRead(1, 1, content.title)
  const { language, customFields = [] } = session.folder.library.current()
  const words = wordsOf(language)
  const named = { title: content.title, suggestedName: `${content.number} ${content.title} ${words[part]}`, records, about: content, warnings: warnings.all() }
  const header = [oneLine(content.number), facts.number === null ? words.draft : editionText(facts, language)].filter((each) => each !== '').join('　')
  const shared = { ...named, contents: [content], header, preset: 'workInstruction' as const }
  if (part === 'workPackage') {
    return {
      ...shared, contents: [content, ...tools.map((tool) => tool.content)], fitting: null, page: { isLandscape: false, hasPageNumbers: true },
      lay: (preset) => ({ preset, parts: workPackageParts(facts, { language, customFields }) }),
    }
  }
  if (part === 'checklist') return { ...shared, fitting: { margin: 14, text: 11, table: 10 }, page: { isLandscape: false, hasPageNumbers: true }, lay: (preset) => ({ preset, parts: checklistParts(facts, language) }) }
  const isLandscape = stepsOf(content.fields).length <= fewSteps
  return {
    ...shared, header: '', fitting: { margin: 12, text: 14, table: 24 }, page: { isLandscape, hasPageNumbers: true },
    lay: (preset) => {
      const { width, height } = paperSizes[preset.page.paper]
      const [across, down] = isLandscape ? [height, width] : [width, height]
      const { parts, tableSize, isWhole } = posterParts(facts, language, { width: across - preset.page.left - preset.page.right, height: down - preset.page.top - preset.page.bottom })
      // The rows are set as large as they fit.
      return { parts, preset: { ...preset, sizes: { ...preset.sizes, table: tableSize } }, ...!isWhole && { warnings: [{ code: 'poster_continued', count: 1, detail: oneLine(content.title) }] } }
    },
  }
}
