/** Charts that can be edited in PowerPoint: bars with their figures, and the sheet that they are drawn from. */
import type { DeckChart } from '#shared/model/slides/deck'
import { slideText } from '#shared/model/slides/frame'
import { writeXlsx } from '../xlsx/writeXlsx'
import type { PptxLabels } from './labels.data'
import { escapeXml, fill, hundredths, type ThemeColour } from './xml'

const sheetName = 'Sheet1'

const seriesName = (name: string, unit: string, { open, close }: PptxLabels): string => (unit === '' ? name : `${name}${open}${unit}${close}`)

/** Series stand beside one another from the second column on. */
export const chartSheet = async ({ categories, series, unit }: DeckChart, labels: PptxLabels): Promise<Uint8Array> => writeXlsx([{
  name: sheetName, head: [labels.categories, ...series.map(({ name }) => seriesName(name, unit, labels))], widths: [24, ...series.map(() => 16)],
  rows: categories.map((text, index) => [{ kind: 'text' as const, text }, ...series.map(({ values }) => ({ kind: 'number' as const, number: values[index] ?? 0 }))]),
}])

const textLook = (colour: ThemeColour, bold = false): string =>
  `<c:txPr><a:bodyPr rot="0" vert="horz"/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="${hundredths(slideText.smallest)}" b="${bold ? 1 : 0}">${fill(colour)}<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/></a:defRPr></a:pPr><a:endParaRPr lang="zh-CN"/></a:p></c:txPr>`

/** The last series is what came of it. */
const colourOf = (index: number, of: number): ThemeColour => (index === of - 1 ? 'accent1' : index === 0 ? 'accent2' : 'accent3')

const textCache = (values: readonly string[]): string => `<c:strCache><c:ptCount val="${values.length}"/>${values.map((value, index) => `<c:pt idx="${index}"><c:v>${escapeXml(value)}</c:v></c:pt>`).join('')}</c:strCache>`

const seriesXml = (chart: DeckChart, index: number, labels: PptxLabels): string => {
  const { categories, series, unit } = chart
  const { name, values } = series[index] ?? { name: '', values: [] }
  const column = String.fromCharCode(66 + index)
  const last = categories.length + 1
  return `<c:ser><c:idx val="${index}"/><c:order val="${index}"/><c:tx><c:strRef><c:f>${sheetName}!$${column}$1</c:f>${textCache([seriesName(name, unit, labels)])}</c:strRef></c:tx>`
    + `<c:spPr>${fill(colourOf(index, series.length))}</c:spPr><c:invertIfNegative val="0"/>`
    + `<c:dLbls><c:numFmt formatCode="General" sourceLinked="0"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>${textLook(index === series.length - 1 ? 'tx1' : 'tx2', index === series.length - 1)}<c:dLblPos val="outEnd"/><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>`
    + `<c:cat><c:strRef><c:f>${sheetName}!$A$2:$A$${last}</c:f>${textCache(categories)}</c:strRef></c:cat>`
    + `<c:val><c:numRef><c:f>${sheetName}!$${column}$2:$${column}$${last}</c:f><c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="${values.length}"/>${values.map((value, at) => `<c:pt idx="${at}"><c:v>${value}</c:v></c:pt>`).join('')}</c:numCache></c:numRef></c:val></c:ser>`
}

/** `rId1` is the sheet. The figures stand on the bars, so there is no axis of values. */
export const chartXml = (chart: DeckChart, labels: PptxLabels): string => {
  const series = chart.series.map((_, index) => seriesXml(chart, index, labels)).join('')
  const isAbove = chart.series.every(({ values }) => values.every((value) => value >= 0))
  return '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
    + `<c:date1904 val="0"/><c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/>`
    + `<c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:varyColors val="0"/>${series}<c:gapWidth val="${chart.categories.length === 1 ? 120 : 70}"/><c:overlap val="-8"/><c:axId val="111111111"/><c:axId val="222222222"/></c:barChart>`
    + `<c:catAx><c:axId val="111111111"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="b"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/><c:spPr><a:ln w="9525">${fill('tx2')}</a:ln></c:spPr>${textLook('tx1')}<c:crossAx val="222222222"/><c:crosses val="autoZero"/><c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="0"/></c:catAx>`
    + `<c:valAx><c:axId val="222222222"/><c:scaling><c:orientation val="minMax"/>${isAbove ? '<c:min val="0"/>' : ''}</c:scaling><c:delete val="1"/><c:axPos val="l"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:crossAx val="111111111"/><c:crosses val="autoZero"/><c:crossBetween val="between"/></c:valAx>`
    + `<c:spPr><a:noFill/></c:spPr></c:plotArea><c:legend><c:legendPos val="t"/><c:overlay val="0"/>${textLook('tx2')}</c:legend><c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>`
    + `<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>`
}

/** What the chart says, for those who do not see it. */
export const chartText = ({ categories, series, unit }: DeckChart): string => categories.map((category, index) => `${category}: ${series.map(({ name, values }) => `${name} ${values[index] ?? ''}${unit === '' ? '' : ` ${unit}`}`).join(', ')}`).join('; ')
