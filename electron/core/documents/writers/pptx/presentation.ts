/** The presentation as a whole: its slides in their order, in sections by what they belong to, and what the file says of itself. */
import type { Deck, Slide } from '#shared/model/slides/deck'
import { slideSize } from '#shared/model/slides/frame'
import type { PptxLabels } from './labels.data'
import { notesSize } from './master'
import { emu, escapeXml, fill, namespaces, oneLineXml } from './xml'

const firstSlideId = 256
/** Before the slides: the master, the notes' master, the theme, and three parts of properties. */
const before = 6

/** Slides of one agenda item, or of one record outside a meeting, are together. */
const groupOf = ({ itemId, source }: Slide): string => itemId ?? source?.recordId ?? ''

interface Group { key: string; title: string; ids: number[] }

const groupsOf = ({ slides }: Deck): Group[] => {
  const groups: Group[] = []
  slides.forEach((slide, index) => {
    const [key, last] = [groupOf(slide), groups.at(-1)]
    if (last && (last.key === key || key === '')) last.ids.push(firstSlideId + index)
    else groups.push({ key, title: slide.title, ids: [firstSlideId + index] })
  })
  return groups
}

const guid = (number: number): string => `{5A1D7E2B-8F03-4E5D-9C41-${number.toString(16).toUpperCase().padStart(12, '0')}}`

/** Sections by which PowerPoint lists the slides; none for a single record. */
const sectionsXml = (deck: Deck): string => {
  const groups = groupsOf(deck)
  if (groups.length < 2) return ''
  const sections = groups.map(({ title, ids }, index) => `<p14:section name="${oneLineXml(title)}" id="${guid(index + 1)}"><p14:sldIdLst>${ids.map((id) => `<p14:sldId id="${id}"/>`).join('')}</p14:sldIdLst></p14:section>`).join('')
  return `<p:extLst><p:ext uri="{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"><p14:sectionLst xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main">${sections}</p14:sectionLst></p:ext></p:extLst>`
}

export const presentationXml = (deck: Deck, { lang }: PptxLabels): string => {
  const ids = deck.slides.map((_, index) => `<p:sldId id="${firstSlideId + index}" r:id="rId${before + 1 + index}"/>`).join('')
  const levels = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((level) => `<a:lvl${level}pPr marL="0" algn="l" defTabSz="914400" rtl="0" eaLnBrk="1" latinLnBrk="0" hangingPunct="1"><a:defRPr sz="1800" kern="1200">${fill('tx1')}<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/></a:defRPr></a:lvl${level}pPr>`).join('')
  return `<p:presentation ${namespaces} saveSubsetFonts="1"><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst><p:notesMasterIdLst><p:notesMasterId r:id="rId2"/></p:notesMasterIdLst><p:sldIdLst>${ids}</p:sldIdLst>`
    + `<p:sldSz cx="12192000" cy="${emu(slideSize.height)}"/><p:notesSz cx="${emu(notesSize.width)}" cy="${emu(notesSize.height)}"/><p:defaultTextStyle><a:defPPr><a:defRPr lang="${lang}"/></a:defPPr>${levels}</p:defaultTextStyle>${sectionsXml(deck)}</p:presentation>`
}

export const propertiesXml = ({ title, author = '' }: Deck, { lang }: PptxLabels, now: Date): string => {
  const at = `${now.toISOString().slice(0, 19)}Z`
  return '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
    + `<dc:title>${oneLineXml(title)}</dc:title><dc:creator>${oneLineXml(author)}</dc:creator><cp:lastModifiedBy>${oneLineXml(author)}</cp:lastModifiedBy><dcterms:created xsi:type="dcterms:W3CDTF">${at}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${at}</dcterms:modified><dc:language>${escapeXml(lang)}</dc:language></cp:coreProperties>`
}

export const statisticsXml = (slides: number): string =>
  `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Microsoft Office PowerPoint</Application><PresentationFormat>Widescreen</PresentationFormat><Slides>${slides}</Slides><AppVersion>16.0000</AppVersion></Properties>`
