/** The slide master with its layouts, and the master of the notes. */
import { frame, openingFrame, slideText, titleLine } from '#shared/model/slides/frame'
import type { SlideLayout } from '#shared/model/slides/deck'
import type { PptxLabels } from './labels.data'
import { layouts, master, placeXml, type Placeholder } from './placeholders'
import { emu, fill, groupHead, hundredths, namespaces, oneLineXml, shapeXfrm, type ThemeColour } from './xml'
import type { Box } from '#shared/model/slides/frame'

export const layoutNames: readonly SlideLayout[] = ['cover', 'section', 'text', 'textPicture', 'textWidePicture', 'picture', 'table', 'textTable', 'chart', 'closing']

const colourMap = '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>'
const background = `<p:bg><p:bgPr>${fill('bg1')}<a:effectLst/></p:bgPr></p:bg>`

/** A plain shape of one colour that nobody writes in. */
const barXml = (id: number, name: string, box: Box, colour: ThemeColour): string =>
  `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${name} ${id}"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>${shapeXfrm(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>${fill(colour)}<a:ln><a:noFill/></a:ln></p:spPr><p:txBody><a:bodyPr rtlCol="0"/><a:lstStyle/><a:p/></p:txBody></p:sp>`

/** Refers to the logo as `rId`. The alternative text is empty: what it shows is said by the foot. */
export const logoXml = (id: number, name: string, rId: string, box: Box): string =>
  `<p:pic><p:nvPicPr><p:cNvPr id="${id}" name="${name} ${id}" descr=""/><p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr userDrawn="1"/></p:nvPicPr><p:blipFill><a:blip r:embed="${rId}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr>${shapeXfrm(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>`

const footLine: Box = { x: frame.body.x, y: frame.footer.y - 0.08, width: frame.body.width, height: 0.01 }
const openingRule: Box = { x: openingFrame.title.x, y: openingFrame.title.y + openingFrame.title.height, width: 1, height: 0.05 }

const levels = (labels: PptxLabels): string => `<a:p><a:r><a:rPr lang="${labels.lang}"/><a:t>${labels.editText}</a:t></a:r></a:p>`
const titlePrompt = (labels: PptxLabels): string => `<a:p><a:r><a:rPr lang="${labels.lang}"/><a:t>${labels.editTitle}</a:t></a:r></a:p>`
const numberText = '<a:p><a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:rPr lang="en-US"/><a:t>‹#›</a:t></a:fld><a:endParaRPr lang="en-US"/></a:p>'

const promptOf = (place: Placeholder, labels: PptxLabels, footer: string): string => {
  if (place.name === 'title') return titlePrompt(labels)
  if (place.name === 'number') return numberText
  return place.name === 'footer' ? `<a:p><a:r><a:rPr lang="${labels.lang}"/><a:t>${oneLineXml(footer)}</a:t></a:r></a:p>` : levels(labels)
}

interface MasterFacts { labels: PptxLabels; footer: string; logo: Box | undefined }

/** The styles of texts below the placeholders of the master. */
const textStyles = (): string => {
  const run = (size: number, faces: 'j' | 'n', more = ''): string => `<a:defRPr sz="${hundredths(size)}"${more} kern="1200">${fill('tx1')}<a:latin typeface="+m${faces}-lt"/><a:ea typeface="+m${faces}-ea"/><a:cs typeface="+m${faces}-cs"/></a:defRPr>`
  const body = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((level) => `<a:lvl${level}pPr marL="${emu(0.35 * (level - 1))}" indent="0" algn="l" defTabSz="914400" rtl="0" eaLnBrk="1" latinLnBrk="0" hangingPunct="1"><a:lnSpc><a:spcPct val="100000"/></a:lnSpc><a:spcBef><a:spcPts val="600"/></a:spcBef><a:buNone/>${run(slideText.body, 'n')}</a:lvl${level}pPr>`).join('')
  const other = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((level) => `<a:lvl${level}pPr marL="0" algn="l" defTabSz="914400" rtl="0" eaLnBrk="1" latinLnBrk="0" hangingPunct="1">${run(slideText.smallest, 'n')}</a:lvl${level}pPr>`).join('')
  return `<p:txStyles><p:titleStyle><a:lvl1pPr algn="l" defTabSz="914400" rtl="0" eaLnBrk="1" latinLnBrk="0" hangingPunct="1"><a:lnSpc><a:spcPts val="${hundredths(slideText.title * titleLine)}"/></a:lnSpc><a:spcBef><a:spcPct val="0"/></a:spcBef><a:buNone/>${run(slideText.title, 'j', ' b="1"')}</a:lvl1pPr></p:titleStyle><p:bodyStyle>${body}</p:bodyStyle><p:otherStyle>${other}</p:otherStyle></p:txStyles>`
}

/** The layouts are `rId1` to the last, then comes the theme, then the logo. */
export const masterXml = ({ labels, footer, logo }: MasterFacts): string => {
  const places = Object.values(master)
  const shapes = places.map((place, index) => placeXml(place, index + 2, labels, promptOf(place, labels, footer))).join('')
  const ids = layoutNames.map((_, index) => `<p:sldLayoutId id="${2_147_483_649 + index}" r:id="rId${index + 1}"/>`).join('')
  return `<p:sldMaster ${namespaces}><p:cSld>${background}<p:spTree>${groupHead}${shapes}${barXml(20, labels.rule, footLine, 'accent2')}${logo ? logoXml(21, labels.logo, `rId${layoutNames.length + 2}`, logo) : ''}</p:spTree></p:cSld>`
    + `${colourMap}<p:sldLayoutIdLst>${ids}</p:sldLayoutIdLst><p:hf hdr="0" dt="0"/>${textStyles()}</p:sldMaster>`
}

/** A cover has no foot, so it leaves out what the master shows and has a logo of its own. */
export const layoutXml = (layout: SlideLayout, { labels, footer, logo }: MasterFacts): string => {
  const places = Object.values(layouts[layout])
  const shapes = places.map((place, index) => placeXml(place, index + 2, labels, promptOf(place, labels, footer))).join('')
  const isOpening = layout === 'cover' || layout === 'section' || layout === 'closing'
  const more = `${isOpening ? barXml(20, labels.rule, openingRule, 'accent1') : ''}${layout === 'cover' && logo ? logoXml(21, labels.logo, 'rId2', logo) : ''}`
  const type = layout === 'cover' ? ' type="title"' : layout === 'section' ? ' type="secHead"' : layout === 'text' ? ' type="obj"' : ''
  return `<p:sldLayout ${namespaces}${layout === 'cover' ? ' showMasterSp="0"' : ''}${type} preserve="1"${type === '' ? ' userDrawn="1"' : ''}><p:cSld name="${labels[layout]}"><p:spTree>${groupHead}${shapes}${more}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>`
}

export const notesSize = { width: 7.5, height: 10 } as const
const notesPlaces = {
  image: { x: 0.75, y: 0.8, width: 6, height: 3.375 }, body: { x: 0.75, y: 4.5, width: 6, height: 4.8 },
} as const satisfies Record<string, Box>

/** `rId1` is the theme. */
export const notesMasterXml = (labels: PptxLabels): string =>
  `<p:notesMaster ${namespaces}><p:cSld><p:bg><p:bgRef idx="1001"><a:schemeClr val="bg1"/></p:bgRef></p:bg><p:spTree>${groupHead}`
  + `<p:sp><p:nvSpPr><p:cNvPr id="2" name="${labels.image} 2"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr><p:spPr>${shapeXfrm(notesPlaces.image)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln w="6350">${fill('accent2')}</a:ln></p:spPr></p:sp>`
  + `<p:sp><p:nvSpPr><p:cNvPr id="3" name="${labels.notes} 3"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="body" sz="quarter" idx="3"/></p:nvPr></p:nvSpPr><p:spPr>${shapeXfrm(notesPlaces.body)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0"/><a:lstStyle/>${levels(labels)}</p:txBody></p:sp>`
  + `</p:spTree></p:cSld>${colourMap}<p:notesStyle><a:lvl1pPr marL="0" algn="l" defTabSz="914400" rtl="0" eaLnBrk="1" latinLnBrk="0" hangingPunct="1"><a:spcBef><a:spcPts val="300"/></a:spcBef><a:defRPr sz="1200" kern="1200">${fill('tx1')}<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/></a:defRPr></a:lvl1pPr></p:notesStyle></p:notesMaster>`

/** `rId1` is the master, `rId2` the slide. */
export const notesXml = (notes: string, labels: PptxLabels): string => {
  const paragraphs = notes.split('\n').map((line) => `<a:p>${line === '' ? `<a:endParaRPr lang="${labels.lang}"/>` : `<a:r><a:rPr lang="${labels.lang}" altLang="${labels.altLang}" dirty="0"/><a:t>${oneLineXml(line)}</a:t></a:r>`}</a:p>`).join('')
  return `<p:notes ${namespaces}><p:cSld><p:spTree>${groupHead}`
    + `<p:sp><p:nvSpPr><p:cNvPr id="2" name="${labels.image} 2"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>`
    + `<p:sp><p:nvSpPr><p:cNvPr id="3" name="${labels.notes} 3"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="body" sz="quarter" idx="3"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>${paragraphs}</p:txBody></p:sp>`
    + '</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>'
}
