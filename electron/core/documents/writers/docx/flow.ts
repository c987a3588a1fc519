/** A flow chart as shapes of Word's own on a canvas, with connectors that keep to their shapes; one that is too high for a page goes on in further canvases. */
import { Paragraph } from 'docx'
import { ShapeCanvasRun, type IShapeCanvasChildOptions, type ShapeLineOptions } from 'docx/shapes'
import { blockText } from '#shared/model/body/walk'
import { flowText, type FlowChart, type FlowEdge, type FlowNode, type FlowPoint } from '#shared/model/product/flow'
import type { DocumentPart } from '../../plan/plan'
import { linesIn } from '../../plan/measure'
import type { Context } from './context'
import { headingStyle } from './head'
import { twipsPerPixel, type Look } from './look'
import { heightOfLine, metricsByStyle } from './metrics'
import { legalLine, textRun } from './runs'

/** A chart that this makes fit on one page stays on one: its letters are still those of a table. */
const onePageScale = 0.7
/** Pixels that a band keeps free above and below what was cut. */
const bandMargin = 10
const lineWidth = 1

interface Band { top: number; bottom: number }

/** Cuts between nodes, so that no band is higher than `height`, nor the first than `first`. */
const bandsOf = ({ nodes, height: total }: FlowChart, first: number, height: number): Band[] => {
  const sorted = [...nodes].sort((a, b) => a.y - b.y)
  const bands: Band[] = []
  let top = 0
  let reached = 0
  for (const node of sorted) {
    if (node.y + node.height + bandMargin - top > (bands.length === 0 ? first : height) && reached > top) {
      const cut = Math.max((reached + node.y) / 2, top + 1)
      bands.push({ top, bottom: cut })
      top = cut
    }
    reached = Math.max(reached, node.y + node.height)
  }
  return [...bands, { top, bottom: total }]
}

/** The pieces of a line of right angles that stand in a band. */
const clipped = (points: readonly FlowPoint[], { top, bottom }: Band): FlowPoint[][] => {
  const pieces: FlowPoint[][] = []
  const within = ({ y }: FlowPoint): boolean => y >= top && y <= bottom
  const clamp = ({ x, y }: FlowPoint): FlowPoint => ({ x, y: Math.min(Math.max(y, top), bottom) })
  for (const [index, to] of points.entries()) {
    const from = points[index - 1]
    if (!from || Math.max(from.y, to.y) < top || Math.min(from.y, to.y) > bottom || (from.y === to.y && !within(from))) continue
    const [start, end] = [clamp(from), clamp(to)]
    const last = pieces.at(-1)
    const before = last?.at(-1)
    if (before?.x === start.x && before.y === start.y) last?.push(end)
    else pieces.push([start, end])
  }
  return pieces
}

interface Drawing { scale: number; band: Band; colour: string; fill: string; context: Context }

const lineOf = ({ colour }: Drawing, hasArrow: boolean): ShapeLineOptions => ({ color: colour, width: lineWidth, ...(hasArrow ? { endArrow: 'triangle' as const } : {}) })

const shapes = { start: 'flowChartTerminator', end: 'flowChartTerminator', step: 'flowChartProcess', decision: 'flowChartDecision' } as const

const noMargins = { top: 0, right: 0, bottom: 0, left: 0 }

const writeNode = (node: FlowNode, drawing: Drawing): IShapeCanvasChildOptions => {
  const { scale, band, colour, fill, context } = drawing
  const size = (pixels: number): number => Math.round(pixels * scale * 0.75 * 2)
  return {
    type: shapes[node.kind], id: node.id, fill: node.kind === 'step' ? 'FFFFFF' : fill, line: { color: colour, width: lineWidth },
    transformation: { width: node.width * scale, height: node.height * scale, offset: { left: node.x * scale, top: (node.y - band.top) * scale } },
    textOptions: { margins: noMargins, verticalAlignment: 'center' },
    children: node.lines.map((text, index) => new Paragraph({
      style: 'FlowText', spacing: { line: Math.round(flowText.line * scale * twipsPerPixel), lineRule: 'exact' },
      children: [textRun(legalLine(text), { size: size(index < node.lines.length - node.notes ? flowText.size : flowText.small), color: index < node.lines.length - node.notes ? '000000' : '595959' })],
    })),
    altText: { name: context.labels.flow, description: legalLine(node.lines.join('')) },
  }
}

const writeLine = (points: readonly FlowPoint[], hasArrow: boolean, drawing: Drawing): IShapeCanvasChildOptions => {
  const { scale, band, context } = drawing
  const [xs, ys] = [points.map(({ x }) => x * scale), points.map(({ y }) => (y - band.top) * scale)]
  const [left, top] = [Math.min(...xs), Math.min(...ys)]
  return {
    type: 'custom', path: points.map((_, index) => `${index === 0 ? 'M' : 'L'} ${((xs[index] ?? 0) - left).toFixed(2)} ${((ys[index] ?? 0) - top).toFixed(2)}`).join(' '),
    transformation: { width: Math.max(...xs) - left, height: Math.max(...ys) - top, offset: { left, top } }, line: lineOf(drawing, hasArrow), altText: { name: context.labels.flow },
  }
}

const answerBox = { width: 22, height: 20 }

/** Beside where the arrow leaves the decision, on the side from which it turns away. */
const writeAnswer = ({ answer, points }: FlowEdge, drawing: Drawing): IShapeCanvasChildOptions[] => {
  const { scale, band, context: { labels } } = drawing
  const [start, next, turn] = points
  if (answer === undefined || !start || !next || start.y < band.top || start.y > band.bottom) return []
  const [x, y] = start.x === next.x ? [start.x + 4, start.y + 2] : [start.x, turn && turn.y < start.y ? start.y + 1 : start.y - answerBox.height - 1]
  return [{
    type: 'rectangle', line: 'none', transformation: { width: answerBox.width * scale, height: answerBox.height * scale, offset: { left: x * scale, top: (y - band.top) * scale } },
    textOptions: { margins: noMargins, verticalAlignment: 'center', wrap: false },
    children: [new Paragraph({ style: 'FlowText', children: [textRun(labels[answer], { size: Math.round(flowText.small * scale * 1.5) })] })], altText: { name: labels.flow },
  }]
}

const writeEdge = (edge: FlowEdge, drawing: Drawing): IShapeCanvasChildOptions[] => {
  const { band } = drawing
  const [start, end] = [edge.points[0], edge.points.at(-1)]
  if (!start || !end) return []
  const isWhole = edge.points.every(({ y }) => y >= band.top && y <= band.bottom)
  if (isWhole && edge.points.length === 2) return [{ type: 'connector', from: { id: edge.from, side: 'bottom' }, to: { id: edge.to, side: 'top' }, route: 'straight', line: lineOf(drawing, true) }]
  return clipped(edge.points, band).map((points) => {
    const last = points.at(-1)
    return writeLine(points, last?.x === end.x && last.y === end.y, drawing)
  })
}

/** The library's paragraphs know runs of text alone by their types. */
class CanvasParagraph extends Paragraph {
  constructor(canvas: ShapeCanvasRun, keepNext: boolean) {
    super({ style: 'Picture', keepNext })
    this.root.push(canvas)
  }
}

/** Points that the heading of a section and a line under it take, or the last of its lines where there are more. */
export const leadHeight = ({ title, level, blocks }: Extract<DocumentPart, { kind: 'section' }>, look: Look): number => {
  const metrics = metricsByStyle(look)
  const last = blocks.at(-1)
  const { size, chars } = metrics('BodyText')
  const text = last === undefined ? 0 : heightOfLine(metrics('BodyText'), linesIn(last.type === 'paragraph' ? blockText(last) : '', look.block.width / 20 / size, chars))
  const heading = metrics(headingStyle(level))
  return text + (title === '' || blocks.length > 1 ? 0 : heightOfLine(heading, linesIn(title, look.block.width / 20 / heading.size, heading.chars)))
}

/** Pixels that a page keeps below a chart. */
const reserve = 24

/** `lead`: points that what announces it takes; both stand on one page. */
export const writeFlow = (chart: FlowChart, caption: string, context: Context, lead = 0): Paragraph[] => {
  if (chart.nodes.length === 0) return []
  const { look } = context
  const metrics = metricsByStyle(look)
  const captionHeight = caption.trim() === '' ? 0 : heightOfLine(metrics('Caption'))
  const pixels = (points: number): number => points / 0.75
  const width = look.block.width / twipsPerPixel
  const height = look.block.height / twipsPerPixel - pixels(captionHeight + metrics('Picture').before) - reserve
  const first = Math.max(height - pixels(lead), height / 3)
  const [wide, high] = [Math.min(1, width / chart.width), first / chart.height]
  const scale = high >= onePageScale ? Math.min(wide, high) : wide
  const bands = bandsOf(chart, first / scale, height / scale)
  return [
    ...bands.map((band, index) => {
      const drawing: Drawing = { scale, band, colour: look.accent ?? '000000', fill: look.shade, context }
      const nodes = chart.nodes.filter(({ y }) => y >= band.top && y < band.bottom)
      return new CanvasParagraph(new ShapeCanvasRun({
        children: [...nodes.map((node) => writeNode(node, drawing)), ...chart.edges.flatMap((edge) => writeEdge(edge, drawing)), ...chart.edges.flatMap((edge) => writeAnswer(edge, drawing))],
        transformation: { width: Math.min(chart.width * scale, width), height: (band.bottom - band.top) * scale }, altText: { name: context.labels.flow, description: legalLine(caption) },
      }), index === bands.length - 1 && caption !== '')
    }),
    ...(caption.trim() === '' ? [] : [context.captions.caption(caption, 'picture')]),
  ]
}
