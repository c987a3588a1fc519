/**
 * Writes slides as a PowerPoint file (ECMA-376 part 1, PresentationML): a master with its layouts, slides whose texts sit in their places, notes,
 * charts with their sheets, and the company's theme.
 */
import { open } from 'node:fs/promises'
import type { ExportWarning } from '#shared/contract/documents'
import type { Deck, DeckPicture, Slide } from '#shared/model/slides/deck'
import { contained, frame, type Box } from '#shared/model/slides/frame'
import { standardTheme } from '#shared/model/slides/theme'
import { pictureFacts, type PictureFacts } from '../docx/pictureSize'
import { createWarnings } from '../docx/warnings'
import { chartSheet, chartXml } from './chart'
import { pptxLabels, type PptxLabels } from './labels.data'
import { layoutNames, layoutXml, masterXml, notesMasterXml, notesXml } from './master'
import { createParts, type Parts, type Reference } from './parts'
import { presentationXml, propertiesXml, statisticsXml } from './presentation'
import { slideXml } from './slide'
import { tableStylesXml, themeXml } from './theme'

/** The part of a picture, of those that PowerPoint shows. */
interface Media { part: string; facts: PictureFacts }

const factsIn = async (path: string): Promise<PictureFacts | undefined> => {
  const file = await open(path)
  try {
    const head = Buffer.alloc(256 * 1024)
    const { bytesRead } = await file.read(head, 0, head.length, 0)
    return pictureFacts(head.subarray(0, bytesRead)) ?? (bytesRead < head.length ? undefined : pictureFacts(await file.readFile()))
  } finally {
    await file.close()
  }
}

/** Each picture once, however many slides show it. */
const mediaOf = (parts: Parts, pictures: ReadonlyMap<string, string>): ((sha256: string) => Promise<Media | undefined>) => {
  const known = new Map<string, Media | undefined>()
  return async (sha256) => {
    if (known.has(sha256)) return known.get(sha256)
    const path = pictures.get(sha256)
    const facts = path === undefined ? undefined : await factsIn(path).catch(() => undefined)
    const media = facts && { part: `ppt/media/image${known.size + 1}.${facts.type}`, facts }
    known.set(sha256, media)
    if (media && path !== undefined) parts.file(media.part, path)
    return media
  }
}

/** In the upper right corner of its place, as large as fits there. */
const logoBox = (facts: PictureFacts): Box => {
  const { width, height } = contained(frame.logo, facts)
  return { x: frame.logo.x + frame.logo.width - width, y: frame.logo.y, width, height }
}

const layoutPart = (index: number): string => `ppt/slideLayouts/slideLayout${index + 1}.xml`
const [masterPart, themePart, notesMasterPart, notesThemePart] = ['ppt/slideMasters/slideMaster1.xml', 'ppt/theme/theme1.xml', 'ppt/notesMasters/notesMaster1.xml', 'ppt/theme/theme2.xml']
const slidePart = (index: number): string => `ppt/slides/slide${index + 1}.xml`

const putMasters = (parts: Parts, deck: Deck, labels: PptxLabels, logo: Media | undefined): void => {
  const facts = { labels, footer: deck.footer, logo: logo && logoBox(logo.facts) }
  const image: Reference[] = logo ? [{ kind: 'image', to: logo.part }] : []
  parts.xml(themePart, 'theme', themeXml(deck.theme, labels.theme))
  parts.xml(masterPart, 'slideMaster', masterXml(facts), [...layoutNames.map((_, index): Reference => ({ kind: 'slideLayout', to: layoutPart(index) })), { kind: 'theme', to: themePart }, ...image])
  layoutNames.forEach((layout, index) => { parts.xml(layoutPart(index), 'slideLayout', layoutXml(layout, facts), [{ kind: 'slideMaster', to: masterPart }, ...(layout === 'cover' ? image : [])]) })
  // Notes are printed: on white, whatever the slides are.
  parts.xml(notesThemePart, 'theme', themeXml({ ...deck.theme, colours: standardTheme.colours }, labels.theme))
  parts.xml(notesMasterPart, 'notesMaster', notesMasterXml(labels), [{ kind: 'theme', to: notesThemePart }])
}

const pictureOf = (slide: Slide): DeckPicture | undefined => ('picture' in slide ? slide.picture : undefined)

/** `pictures` are paths by hash, of those that are there. `onProgress` is told slides, and at the end again as many for the packing. */
export const writePptx = async (
  deck: Deck, pictures: ReadonlyMap<string, string>, onProgress: (done: number, total: number) => void = () => undefined,
): Promise<{ bytes: Uint8Array<ArrayBuffer>; warnings: ExportWarning[] }> => {
  const labels = pptxLabels[deck.language ?? 'zh-CN']
  const [parts, warnings] = [createParts(), createWarnings()]
  const media = mediaOf(parts, pictures)
  const total = deck.slides.length * 2
  putMasters(parts, deck, labels, deck.theme.logo === null ? undefined : await media(deck.theme.logo))
  let charts = 0
  for (const [index, slide] of deck.slides.entries()) {
    const references: Reference[] = [{ kind: 'slideLayout', to: layoutPart(layoutNames.indexOf(slide.layout)) }]
    const refer = (kind: Reference['kind'], to: string): string => `rId${references.push({ kind, to })}`
    const shown = pictureOf(slide)
    const picture = shown && await media(shown.attachment)
    if (shown && !picture) warnings.add('picture_unsupported', shown.caption || shown.alt)
    const pictureId = picture && refer('image', picture.part)
    let chartId: string | undefined
    if (slide.layout === 'chart') {
      charts += 1
      const [part, sheet] = [`ppt/charts/chart${charts}.xml`, `ppt/embeddings/chart${charts}.xlsx`]
      parts.bytes(sheet, await chartSheet(slide.chart, labels))
      parts.xml(part, 'chart', chartXml(slide.chart, labels), [{ kind: 'package', to: sheet }])
      chartId = refer('chart', part)
    }
    if (slide.notes !== '') {
      const notes = `ppt/notesSlides/notesSlide${index + 1}.xml`
      refer('notesSlide', notes)
      parts.xml(notes, 'notesSlide', notesXml(slide.notes, labels), [{ kind: 'notesMaster', to: notesMasterPart }, { kind: 'slide', to: slidePart(index) }])
    }
    parts.xml(slidePart(index), 'slide', slideXml(slide, { labels, footer: deck.footer, pictureId, chartId }), references)
    onProgress(index + 1, total)
  }
  const slides = deck.slides.map((_, index): Reference => ({ kind: 'slide', to: slidePart(index) }))
  const plain: readonly (readonly [kind: 'presProps' | 'viewProps' | 'tableStyles', xml: string])[] = [['presProps', '<p:presentationPr xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"/>'], ['viewProps', '<p:viewPr xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"/>'], ['tableStyles', tableStylesXml(labels.theme)]]
  for (const [kind, xml] of plain) parts.xml(`ppt/${kind}.xml`, kind, xml)
  parts.xml('ppt/presentation.xml', 'presentation', presentationXml(deck, labels), [
    { kind: 'slideMaster', to: masterPart }, { kind: 'notesMaster', to: notesMasterPart }, { kind: 'theme', to: themePart }, ...plain.map(([kind]): Reference => ({ kind, to: `ppt/${kind}.xml` })), ...slides,
  ])
  parts.xml('docProps/core.xml', 'core', propertiesXml(deck, labels, new Date()))
  parts.xml('docProps/app.xml', 'app', statisticsXml(deck.slides.length))
  const bytes = await parts.zip(
    [{ kind: 'officeDocument', to: 'ppt/presentation.xml' }, { kind: 'core', to: 'docProps/core.xml' }, { kind: 'app', to: 'docProps/app.xml' }],
    (percent) => { onProgress(Math.floor(deck.slides.length * (1 + percent / 100)), total) },
  )
  return { bytes, warnings: warnings.all() }
}
