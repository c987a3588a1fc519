/** The company's look as a theme of PowerPoint: its colours and faces under the names by which everything else refers to them. */
import type { DeckTheme } from '#shared/model/slides/theme'
import { escapeXml, oneLineXml } from './xml'

const parts = (colour: string): number[] => [0, 2, 4].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
/** Between two colours, `share` of the second. */
const mixed = (first: string, second: string, share: number): string => {
  const to = parts(second)
  return parts(first).map((part, index) => Math.round(part + ((to[index] ?? 0) - part) * share).toString(16).padStart(2, '0')).join('').toUpperCase()
}

const scheme = (colours: DeckTheme['colours']): readonly (readonly [name: string, colour: string])[] => {
  const { paper, text, muted, accent, second, third } = colours
  return [
    ['dk1', text], ['lt1', paper], ['dk2', muted], ['lt2', mixed(paper, second, 0.35)], ['accent1', accent], ['accent2', second], ['accent3', third],
    ['accent4', mixed(accent, paper, 0.45)], ['accent5', mixed(third, paper, 0.45)], ['accent6', muted], ['hlink', accent], ['folHlink', muted],
  ]
}

const face = (kind: 'majorFont' | 'minorFont', eastAsian: string, latin: string): string =>
  `<a:${kind}><a:latin typeface="${oneLineXml(latin)}"/><a:ea typeface="${oneLineXml(eastAsian)}"/><a:cs typeface=""/><a:font script="Hans" typeface="${oneLineXml(eastAsian)}"/></a:${kind}>`

/** Plain fills and lines, as the schema wants three of each. */
const formats = '<a:fmtScheme name="Office"><a:fillStyleLst><a:solidFill><a:schemeClr val="phClr"/></a:solidFill><a:solidFill><a:schemeClr val="phClr"/></a:solidFill><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:fillStyleLst>'
  + `<a:lnStyleLst>${[6350, 12_700, 19_050].map((width) => `<a:ln w="${width}" cap="flat" cmpd="sng" algn="ctr"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill><a:prstDash val="solid"/></a:ln>`).join('')}</a:lnStyleLst>`
  + '<a:effectStyleLst><a:effectStyle><a:effectLst/></a:effectStyle><a:effectStyle><a:effectLst/></a:effectStyle><a:effectStyle><a:effectLst/></a:effectStyle></a:effectStyleLst>'
  + '<a:bgFillStyleLst><a:solidFill><a:schemeClr val="phClr"/></a:solidFill><a:solidFill><a:schemeClr val="phClr"/></a:solidFill><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:bgFillStyleLst></a:fmtScheme>'

export const themeXml = ({ colours, faces }: DeckTheme, name: string): string =>
  `<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="${escapeXml(name)}"><a:themeElements>`
  + `<a:clrScheme name="${escapeXml(name)}">${scheme(colours).map(([key, colour]) => `<a:${key}><a:srgbClr val="${colour}"/></a:${key}>`).join('')}</a:clrScheme>`
  + `<a:fontScheme name="${escapeXml(name)}">${face('majorFont', faces.title, faces.latin)}${face('minorFont', faces.text, faces.latin)}</a:fontScheme>${formats}</a:themeElements><a:objectDefaults/><a:extraClrSchemeLst/></a:theme>`

export const tableStyleId = '{6E1F7A52-3B0C-4E5D-9C41-5A1D7E2B8F03}'
const border = (side: string, width: number, colour: string): string => `<a:${side}><a:ln w="${width}" cmpd="sng"><a:solidFill><a:schemeClr val="${colour}"/></a:solidFill></a:ln></a:${side}>`
const noBorder = (side: string): string => `<a:${side}><a:ln><a:noFill/></a:ln></a:${side}>`

/** Hairlines between rows, a line of the accent above and below, a tinted head: what is not said in the cells themselves. */
export const tableStylesXml = (name: string): string =>
  `<a:tblStyleLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" def="${tableStyleId}"><a:tblStyle styleId="${tableStyleId}" styleName="${escapeXml(name)}">`
  + '<a:wholeTbl><a:tcTxStyle><a:fontRef idx="minor"/><a:schemeClr val="tx1"/></a:tcTxStyle><a:tcStyle><a:tcBdr>'
  + `${noBorder('left')}${noBorder('right')}${border('top', 25_400, 'accent1')}${border('bottom', 12_700, 'accent1')}${border('insideH', 6350, 'accent2')}${noBorder('insideV')}</a:tcBdr><a:fill><a:noFill/></a:fill></a:tcStyle></a:wholeTbl>`
  + '<a:firstRow><a:tcTxStyle b="on"><a:fontRef idx="minor"/><a:schemeClr val="tx1"/></a:tcTxStyle><a:tcStyle><a:tcBdr/><a:fill><a:solidFill><a:schemeClr val="bg2"/></a:solidFill></a:fill></a:tcStyle></a:firstRow></a:tblStyle></a:tblStyleLst>'
