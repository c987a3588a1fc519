/** The places on slides, as the master and its layouts have them: a slide's texts sit in these, so that whoever changes a layout changes the slides. */
import { aboveCaption, captionBox, frame, openingFrame, slideText, titleLine, type Box } from '#shared/model/slides/frame'
import type { SlideLayout } from '#shared/model/slides/deck'
import type { PptxLabels } from './labels.data'
import { fill, hundredths, shapeXfrm, type ThemeColour } from './xml'

export interface Placeholder {
  /** `type` and `idx` by which a slide names it. */
  ph: string
  name: keyof PptxLabels
  box: Box
  size: number
  anchor: 't' | 'ctr' | 'b'
  colour: ThemeColour
  align?: 'ctr' | 'r'
  bold?: true
}

const bodyLook = { size: slideText.body, anchor: 't', colour: 'tx1' } as const
/** Of what is no text the size and colour are those of its prompt. */
const objectLook = { size: slideText.smallest, anchor: 'ctr', colour: 'tx2' } as const

export const master = {
  title: { ph: 'type="title"', name: 'title', box: frame.title, size: slideText.title, anchor: 'ctr', colour: 'tx1', bold: true },
  body: { ph: 'type="body" idx="1"', name: 'body', box: frame.body, ...bodyLook },
  footer: { ph: 'type="ftr" sz="quarter" idx="3"', name: 'footer', box: frame.footer, size: slideText.foot, anchor: 'ctr', colour: 'tx2' },
  number: { ph: 'type="sldNum" sz="quarter" idx="4"', name: 'number', box: frame.page, size: slideText.foot, anchor: 'ctr', colour: 'tx2', align: 'r' },
} as const satisfies Record<string, Placeholder>

const kicker: Placeholder = { ph: 'type="body" sz="quarter" idx="13"', name: 'kicker', box: frame.kicker, size: slideText.kicker, anchor: 'b', colour: 'tx2' }
const foot: readonly Placeholder[] = [{ ...master.footer, ph: 'type="ftr" sz="quarter" idx="11"' }, { ...master.number, ph: 'type="sldNum" sz="quarter" idx="12"' }]
const openingTitle: Placeholder = { ...master.title, box: { ...openingFrame.title, height: openingFrame.title.height - 0.15 }, size: slideText.openingTitle, anchor: 'b' }
const subtitle: Placeholder = { ph: 'type="body" sz="quarter" idx="1"', name: 'subtitle', box: openingFrame.subtitle, size: slideText.subtitle, anchor: 'ctr', colour: 'tx1' }
const openingLines: Placeholder = { ph: 'type="body" sz="quarter" idx="14"', name: 'lines', box: openingFrame.lines, size: 20, anchor: 't', colour: 'tx2' }
const content = (box: Box): Placeholder => ({ ph: 'idx="1"', name: 'body', box, ...bodyLook })
const tableCaption: Placeholder = { ph: 'type="body" sz="quarter" idx="16"', name: 'caption', box: captionBox(frame.body, ' '), size: slideText.smallest, anchor: 't', colour: 'tx2' }
const caption = (box: Box): Placeholder => ({ ...tableCaption, box: captionBox(box, ' '), align: 'ctr' })
const picture = (box: Box): Placeholder => ({ ph: 'type="pic" idx="15"', name: 'picture', box: aboveCaption(box, ' '), ...objectLook })

const table = (box: Box): Placeholder => ({ ph: 'type="tbl" idx="17"', name: 'table', box, ...objectLook })
/** Of text above and below a table: each slide shares the height as it needs. */
const [upper, middle, lower]: readonly [Box, Box, Box] = [{ ...frame.body, height: 0.9 }, { ...frame.body, y: frame.body.y + 1.2, height: 1.9 }, { ...frame.body, y: frame.body.y + 3.55, height: 0.9 }]

/** By what stands in them. */
export type Places = Readonly<Partial<Record<'title' | 'kicker' | 'subtitle' | 'lines' | 'body' | 'below' | 'picture' | 'caption' | 'table' | 'chart' | 'footer' | 'number', Placeholder>>>

const withFoot = { footer: foot[0], number: foot[1] }
const headed = { title: master.title, kicker }
const only = (places: Record<string, Placeholder | undefined>): Places => Object.fromEntries(Object.entries(places).filter(([, place]) => place !== undefined))

export const layouts: Readonly<Record<SlideLayout, Places>> = {
  cover: only({ title: { ...openingTitle, ph: 'type="ctrTitle"' }, kicker, subtitle: { ...subtitle, ph: 'type="subTitle" idx="1"' }, lines: openingLines }),
  section: only({ title: openingTitle, kicker, subtitle, lines: openingLines, ...withFoot }),
  text: only({ ...headed, body: content(frame.body), ...withFoot }),
  textPicture: only({ ...headed, body: content(frame.bodyLeft), picture: picture(frame.right), caption: caption(frame.right), ...withFoot }),
  textWidePicture: only({ ...headed, body: content(frame.bodyNarrow), picture: picture(frame.rightWide), caption: caption(frame.rightWide), ...withFoot }),
  picture: only({ ...headed, picture: picture(frame.body), caption: caption(frame.body), ...withFoot }),
  table: only({ ...headed, table: table(frame.body), caption: tableCaption, ...withFoot }),
  textTable: only({ ...headed, body: content(upper), table: table(middle), caption: { ...tableCaption, box: { ...tableCaption.box, y: middle.y + middle.height } }, below: { ...content(lower), ph: 'idx="19"' }, ...withFoot }),
  chart: only({ ...headed, body: content(frame.bodyLeft), chart: { ph: 'type="chart" idx="18"', name: 'chart', box: frame.right, ...objectLook }, ...withFoot }),
  closing: only({ title: openingTitle, lines: { ...openingLines, box: { ...openingFrame.lines, y: openingFrame.subtitle.y + 0.1 } }, ...withFoot }),
}

const lineOf = ({ name }: Placeholder): number => (name === 'title' ? titleLine : slideText.line)

/** The look of a placeholder's text: that of all its levels. */
export const placeStyle = (place: Placeholder): string => {
  const { size, colour, align, bold, name } = place
  const faces = name === 'title' ? '<a:latin typeface="+mj-lt"/><a:ea typeface="+mj-ea"/>' : '<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/>'
  const level = `${align === undefined ? '' : ` algn="${align}"`}><a:lnSpc><a:spcPts val="${hundredths(size * lineOf(place))}"/></a:lnSpc><a:spcBef><a:spcPts val="0"/></a:spcBef><a:buNone/><a:defRPr sz="${hundredths(size)}"${bold ? ' b="1"' : ''}>${fill(colour)}${faces}</a:defRPr>`
  return `<a:lstStyle>${[1, 2, 3, 4].map((number) => `<a:lvl${number}pPr marL="0" indent="0"${level}</a:lvl${number}pPr>`).join('')}</a:lstStyle>`
}

export const placeBody = ({ anchor }: Placeholder): string => `<a:bodyPr vert="horz" wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0" anchor="${anchor}"><a:noAutofit/></a:bodyPr>`

/** A placeholder as the master or a layout has it; `id` is that of the shape. */
export const placeXml = (place: Placeholder, id: number, labels: PptxLabels, text: string): string =>
  `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${labels[place.name]} ${id}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph ${place.ph}/></p:nvPr></p:nvSpPr><p:spPr>${shapeXfrm(place.box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>`
  + `<p:txBody>${placeBody(place)}${placeStyle(place)}${text}</p:txBody></p:sp>`
