/**
 * The flow chart of a product: its steps from the top down, a diamond after a step that ends in a decision, and where each arrow runs. Pure
 * geometry in pixels, measured without a screen, so that the page, a picture and a Word file draw the same chart.
 */
import { rowsOf, type FieldRow } from '../fields'
import type { RecordContent } from '../record'
import { stepsOf, type Step } from './steps'

/** `x` and `y` are the upper left corner; `stepId` is the step that it stands for, undefined for start and end. Lines stand in its middle, the last `notes` of them small. */
export interface FlowNode { id: string; kind: 'start' | 'step' | 'decision' | 'end'; stepId: string | undefined; lines: string[]; notes: number; x: number; y: number; width: number; height: number }

export interface FlowPoint { x: number; y: number }

/** From the edge of one node to the edge of another, along right angles; `answer` is what the decision that it leaves says. */
export interface FlowEdge { from: string; to: string; answer: 'yes' | 'no' | undefined; points: FlowPoint[] }

export interface FlowChart { nodes: FlowNode[]; edges: FlowEdge[]; width: number; height: number }

/** What the field `flow` says of a step: `otherwise` is the id of a step, or `flowEnd`. */
export interface FlowRow { id: string; decision: string; otherwise: string; x: number | undefined; y: number | undefined }

export const flowEnd = 'end'

/** What start and end are called. */
export interface FlowWords { start: string; end: string }

export const flowText = { size: 14, line: 20, small: 12 } as const
const box = { width: 220, padX: 14, padY: 10 } as const
const pill = { width: 96, height: 34 } as const
const gap = 34
const lane = 22
const margin = 24

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')
const number = (value: unknown): number | undefined => (typeof value === 'number' && Number.isFinite(value) ? Math.min(Math.max(value, -20_000), 20_000) : undefined)

const flowRowOf = (row: FieldRow): FlowRow => ({ id: row.id, decision: text(row.decision), otherwise: text(row.otherwise), x: number(row.x), y: number(row.y) })

export const flowRowsOf = (fields: RecordContent['fields']): FlowRow[] => rowsOf(fields.flow).map(flowRowOf)

/** How wide a text is, nearly: a Chinese character as its size, what is Latin about half of it. */
const charWidth = (char: string): number => (/[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{1f000}-\u{3ffff}]/u.test(char) ? flowText.size : flowText.size * 0.56)
export const textWidth = (value: string): number => [...value].reduce((sum, char) => sum + charWidth(char), 0)

/** A text in lines of a width: broken between words where there are such, else between characters. */
const linesOf = (value: string, width: number): string[] => {
  const lines: string[] = []
  for (const paragraph of value.split('\n')) {
    let line = ''
    for (const word of paragraph.match(/[!-~]+\s*|[^!-~]/gu) ?? []) {
      for (const part of textWidth(word) > width ? [...word] : [word]) {
        if (line !== '' && textWidth(line + part.trimEnd()) > width) { lines.push(line.trimEnd()); line = '' }
        line += part
      }
    }
    lines.push(line.trimEnd())
  }
  return lines.filter((line) => line !== '')
}

type Sized = Omit<FlowNode, 'x' | 'y'>

const stepNode = ({ id, action, post }: Step, index: number): Sized => {
  const words = linesOf(`${String(index + 1)} ${action.trim()}`, box.width - 2 * box.padX)
  const notes = post.trim() === '' ? [] : linesOf(post.trim(), box.width - 2 * box.padX)
  const lines = [...words, ...notes]
  return { id: `step ${id}`, kind: 'step', stepId: id, lines, notes: notes.length, width: box.width, height: lines.length * flowText.line + 2 * box.padY }
}

/** The largest upright rectangle in a diamond that is half as wide as it is half as high. */
const decisionNode = (stepId: string, decision: string): Sized => {
  const lines = linesOf(decision, box.width / 2)
  return { id: `decision ${stepId}`, kind: 'decision', stepId, lines, notes: 0, width: box.width, height: Math.max(2 * (lines.length * flowText.line + 4), 56) }
}

const endNode = (kind: 'start' | 'end', word: string): Sized => ({ id: kind, kind, stepId: undefined, lines: [word], notes: 0, ...pill })

const centre = ({ x, width }: FlowNode): number => x + width / 2
const bottom = ({ y, height }: FlowNode): number => y + height

/** From below one node to above the next; round the right side where the next is not below. */
const downwards = (from: FlowNode, to: FlowNode, right: number): FlowPoint[] => {
  const [start, end] = [{ x: centre(from), y: bottom(from) }, { x: centre(to), y: to.y }]
  if (start.x === end.x && start.y <= end.y) return [start, end]
  const middle = start.y + gap / 2
  if (start.y + gap / 2 <= end.y) return [start, { x: start.x, y: middle }, { x: end.x, y: middle }, end]
  return [start, { x: start.x, y: middle }, { x: right, y: middle }, { x: right, y: end.y - gap / 2 }, { x: end.x, y: end.y - gap / 2 }, end]
}

/** From the right corner of a decision along a lane of its own to the right side of where it leads. */
const aside = (from: FlowNode, to: FlowNode, right: number): FlowPoint[] => {
  const [start, end] = [{ x: from.x + from.width, y: from.y + from.height / 2 }, { x: to.x + to.width, y: to.y + to.height / 2 }]
  return [start, { x: right, y: start.y }, { x: right, y: end.y }, end]
}

/** Each step with its decision, one below the other, but for those that were put somewhere by hand. */
const placed = (groups: readonly (readonly Sized[])[], byHand: (stepId: string) => FlowPoint | undefined): FlowNode[][] => {
  let y = margin
  return groups.map((group) => {
    const [first] = group
    const hand = first?.stepId === undefined ? undefined : byHand(first.stepId)
    let top = hand?.y ?? y
    const nodes = group.map((node): FlowNode => {
      const place = { ...node, x: (hand?.x ?? margin) + (box.width - node.width) / 2, y: top }
      top += node.height + gap
      return place
    })
    // Whatever was moved keeps its place among the others, so that nothing else moves with it.
    y += group.reduce((sum, { height }) => sum + height + gap, 0)
    return nodes
  })
}

/** All of it moved so that nothing stands left of or above the margin. */
const settled = (nodes: readonly FlowNode[]): FlowNode[] => {
  const [left, top] = [Math.min(...nodes.map(({ x }) => x)), Math.min(...nodes.map(({ y }) => y))]
  const [dx, dy] = [Math.min(left, margin), Math.min(top, margin)]
  return nodes.map((node) => ({ ...node, x: node.x + margin - dx, y: node.y + margin - dy }))
}

/** The chart of the steps as they stand. A branch to a step that is gone is none. */
export const flowChart = (fields: RecordContent['fields'], words: FlowWords): FlowChart => {
  const steps = stepsOf(fields)
  const rows = new Map(flowRowsOf(fields).map((row) => [row.id, row]))
  const groups = steps.map((step, index) => {
    const decision = rows.get(step.id)?.decision ?? ''
    return [stepNode(step, index), ...decision === '' ? [] : [decisionNode(step.id, decision)]]
  })
  const byHand = (stepId: string): FlowPoint | undefined => {
    const { x, y } = rows.get(stepId) ?? {}
    return x === undefined || y === undefined ? undefined : { x, y }
  }
  const places = placed([[endNode('start', words.start)], ...groups, [endNode('end', words.end)]], byHand)
  const nodes = settled(places.flat())
  const right = Math.max(...nodes.map(({ x, width }) => x + width))
  let lanes = 0
  const nextLane = (): number => { lanes += 1; return right + lanes * lane }
  const branches = nodes.flatMap((from): FlowEdge[] => {
    const otherwise = from.kind === 'decision' && from.stepId !== undefined ? rows.get(from.stepId)?.otherwise : undefined
    const to = nodes.find(({ id }) => id === (otherwise === flowEnd ? 'end' : `step ${otherwise ?? ''}`))
    return to ? [{ from: from.id, to: to.id, answer: 'no', points: aside(from, to, nextLane()) }] : []
  })
  const onwards = nodes.slice(1).flatMap((to, index): FlowEdge[] => {
    const from = nodes[index]
    if (!from) return []
    const isBack = bottom(from) + gap / 2 > to.y && (centre(from) !== centre(to) || bottom(from) > to.y)
    return [{ from: from.id, to: to.id, answer: from.kind === 'decision' ? 'yes' : undefined, points: downwards(from, to, isBack ? nextLane() : right) }]
  })
  const edges = [...onwards, ...branches]
  const points = edges.flatMap((edge) => edge.points)
  return {
    nodes, edges, width: Math.max(right, ...points.map(({ x }) => x)) + margin,
    height: Math.max(...nodes.map(bottom), ...points.map(({ y }) => y)) + margin,
  }
}
