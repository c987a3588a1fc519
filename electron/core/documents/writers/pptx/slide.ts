/** One slide: what it says in the places of its layout, each with the look of its place but for what was fitted. */
import { aboveCaption, captionBox, captionText, chartBoxes, fitTitle, frame, pictureBoxes, slideText, titleLine, titleLines, type Box } from '#shared/model/slides/frame'
import type { DeckLine, DeckPicture, Slide } from '#shared/model/slides/deck'
import { stackedBoxes } from '#shared/model/slides/stacked'
import { chartText } from './chart'
import type { PptxLabels } from './labels.data'
import { layouts, type Placeholder, type Places } from './placeholders'
import { tableHeight, tableXml } from './table'
import { bodyXml, linesXml, plainXml, runXml, spacingXml } from './text'
import { escapeXml, fill, frameXfrm, groupHead, namespaces, oneLineXml, shapeXfrm } from './xml'

/** `pictureId` and `chartId` are the relationships of the slide; no `pictureId` for a picture that can't be shown. */
export interface SlideFacts { labels: PptxLabels; footer: string; pictureId: string | undefined; chartId: string | undefined }

type Shape = (id: number) => string

const textShape = (place: Placeholder, labels: PptxLabels, paragraphs: string, own = ''): Shape => (id) =>
  `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${labels[place.name]} ${id}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph ${place.ph}/></p:nvPr></p:nvSpPr><p:spPr>${own}</p:spPr>${bodyXml(paragraphs)}</p:sp>`

const titleShape = (place: Placeholder, slide: Slide, labels: PptxLabels): Shape => {
  const { size } = fitTitle(slide.layout, slide.title)
  const isUsual = size === place.size
  const lines = titleLines(slide.layout, slide.title).map((line) => runXml(line.trimEnd(), labels, { ...(isUsual ? {} : { size }), face: 'title' }))
  const part = slide.parts > 1 ? runXml(`　${slide.part}/${slide.parts}`, labels, { size: slideText.smallest, bold: false, colour: 'tx2' }) : ''
  return textShape(place, labels, `<a:p>${isUsual ? '' : `<a:pPr>${spacingXml(size * titleLine, 0)}</a:pPr>`}${lines.join('<a:br/>')}${part}</a:p>`)
}

const footShapes = ({ footer, number }: Places, { labels, footer: said }: SlideFacts): Shape[] => [
  ...(footer && said !== '' ? [textShape(footer, labels, plainXml([said], labels))] : []),
  ...(number ? [textShape(number, labels, '<a:p><a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:rPr lang="en-US"/><a:t>‹#›</a:t></a:fld><a:endParaRPr lang="en-US"/></a:p>')] : []),
]

/** A picture in its place, or in words what it is. */
const pictureShape = (place: Placeholder, picture: DeckPicture, box: Box, { labels, pictureId }: SlideFacts): Shape => (id) => {
  if (pictureId === undefined) {
    const words = labels.unsupported.replace('{name}', () => picture.caption || picture.alt)
    return `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${labels.picture} ${id}"/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr>${shapeXfrm(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln w="9525">${fill('accent2')}<a:prstDash val="dash"/></a:ln></p:spPr>`
      + `${bodyXml(plainXml([words], labels, { size: slideText.smallest, colour: 'tx2' }, 'ctr'), '<a:bodyPr wrap="square" lIns="180000" rIns="180000" anchor="ctr"><a:noAutofit/></a:bodyPr>')}</p:sp>`
  }
  return `<p:pic><p:nvPicPr><p:cNvPr id="${id}" name="${labels.picture} ${id}" descr="${oneLineXml(picture.alt)}"/><p:cNvPicPr><a:picLocks noGrp="1" noChangeAspect="1"/></p:cNvPicPr><p:nvPr><p:ph ${place.ph}/></p:nvPr></p:nvPicPr>`
    + `<p:blipFill><a:blip r:embed="${pictureId}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr>${shapeXfrm(box)}</p:spPr></p:pic>`
}

const frameShape = (place: Placeholder, name: string, alt: string, box: Box, uri: string, content: string): Shape => (id) =>
  `<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="${id}" name="${name} ${id}" descr="${oneLineXml(alt)}"/><p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr><p:ph ${place.ph}/></p:nvPr></p:nvGraphicFramePr>${frameXfrm(box)}`
  + `<a:graphic><a:graphicData uri="${uri}">${content}</a:graphicData></a:graphic></p:graphicFrame>`

/** In one line of its box. */
const drawing = 'http://schemas.openxmlformats.org/drawingml/2006'

/** Where a text stands, if not in its layout's place. */
const ownPlace = ({ box }: Placeholder, own: Box): string => (box === own ? '' : shapeXfrm(own))

/** `box` is as high as the table with its caption. */
const tableShapes = ({ title, table }: Extract<Slide, { table: unknown }>, box: Box, places: Places, labels: PptxLabels): Shape[] => [
  ...(places.table ? [frameShape(places.table, labels.table, table.caption || title, { ...box, height: tableHeight(table, box.width) }, `${drawing}/table`, tableXml(table, box.width, labels))] : []),
  ...(places.caption && table.caption !== '' ? [textShape(places.caption, labels, plainXml([captionText(box, table.caption)], labels), shapeXfrm(captionBox(box, table.caption)))] : []),
]

const shapesOf = (slide: Slide, places: Places, facts: SlideFacts): Shape[] => {
  const { labels } = facts
  const said = (place: Placeholder | undefined, texts: readonly string[]): Shape[] => (place && texts.some((text) => text !== '') ? [textShape(place, labels, plainXml(texts, labels))] : [])
  switch (slide.layout) {
    case 'cover':
    case 'section': return [...said(places.subtitle, [slide.subtitle]), ...said(places.lines, slide.lines)]
    case 'closing': return said(places.lines, slide.lines)
    case 'text': return places.body && slide.lines.length > 0 ? [textShape(places.body, labels, linesXml(slide.lines, slide.size, labels))] : []
    case 'textPicture':
    case 'textWidePicture':
    case 'picture': {
      const box = { picture: frame.body, textPicture: frame.right, textWidePicture: frame.rightWide }[slide.layout]
      const boxes = pictureBoxes(box, slide.picture, slide.layout !== 'picture')
      const { caption } = slide.picture
      return [
        ...(slide.layout !== 'picture' && places.body && slide.lines.length > 0 ? [textShape(places.body, labels, linesXml(slide.lines, slide.size, labels))] : []),
        ...(places.picture ? [pictureShape(places.picture, slide.picture, boxes.picture, facts)] : []),
        ...(places.caption && caption !== '' ? [textShape(places.caption, labels, plainXml([captionText(box, caption)], labels, {}, 'ctr'), shapeXfrm(boxes.caption))] : []),
      ]
    }
    case 'table': return tableShapes(slide, { ...frame.body, height: tableHeight(slide.table, frame.body.width) + frame.body.height - aboveCaption(frame.body, slide.table.caption).height }, places, labels)
    case 'textTable': {
      const boxes = stackedBoxes(slide)
      const text = (place: Placeholder | undefined, lines: readonly DeckLine[], box: Box): Shape[] => (place && lines.length > 0 ? [textShape(place, labels, linesXml(lines, slide.size, labels), shapeXfrm(box))] : [])
      return [...text(places.body, slide.lines, boxes.above), ...tableShapes(slide, boxes.table, places, labels), ...text(places.below, slide.below, boxes.below)]
    }
    case 'chart': {
      const boxes = chartBoxes(slide.chart.categories.length, slide.lines.length > 0)
      return [
        ...(places.body && slide.lines.length > 0 ? [textShape(places.body, labels, linesXml(slide.lines, slide.size, labels), ownPlace(places.body, boxes.text))] : []),
        ...(places.chart ? [frameShape(places.chart, labels.chart, chartText(slide.chart), boxes.chart, `${drawing}/chart`, `<c:chart xmlns:c="${drawing}/chart" r:id="${facts.chartId ?? ''}"/>`)] : []),
      ]
    }
  }
}

/** `rId1` is the layout. */
export const slideXml = (slide: Slide, facts: SlideFacts): string => {
  const places = layouts[slide.layout]
  const { labels } = facts
  const shapes: Shape[] = [
    ...(places.kicker && slide.kicker !== '' ? [textShape(places.kicker, labels, plainXml([slide.kicker], labels))] : []),
    ...(places.title ? [titleShape(places.title, slide, labels)] : []), ...shapesOf(slide, places, facts), ...footShapes(places, facts),
  ]
  return `<p:sld ${namespaces}><p:cSld name="${escapeXml(slide.title.slice(0, 120))}"><p:spTree>${groupHead}${shapes.map((shape, index) => shape(index + 2)).join('')}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>`
}
