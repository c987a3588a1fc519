/** How the nodes and edges of a flow chart are drawn, in pixels: the same on screen, in a picture and on a printed page. */
import { flowText, type FlowEdge, type FlowNode, type FlowPoint } from './flow'

/** The outline of a node as the value of a path's `d`. */
export const outlineOf = ({ kind, x, y, width, height }: FlowNode): string => {
  if (kind === 'decision') return `M${x + width / 2} ${y}L${x + width} ${y + height / 2}L${x + width / 2} ${y + height}L${x} ${y + height / 2}Z`
  const radius = kind === 'step' ? 6 : height / 2
  return `M${x + radius} ${y}H${x + width - radius}A${radius} ${radius} 0 0 1 ${x + width} ${y + radius}V${y + height - radius}A${radius} ${radius} 0 0 1 ${x + width - radius} ${y + height}H${x + radius}A${radius} ${radius} 0 0 1 ${x} ${y + height - radius}V${y + radius}A${radius} ${radius} 0 0 1 ${x + radius} ${y}Z`
}

/** Where the baseline of each line of a node stands. */
export const baselines = ({ y, height, lines }: FlowNode): number[] => {
  const top = y + (height - lines.length * flowText.line) / 2
  return lines.map((_, index) => top + index * flowText.line + 15)
}

export const pathOf = ({ points }: FlowEdge): string => points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join('')

/** Where an answer stands: beside the first stretch of its arrow. */
export const answerPlace = ({ points: [first], answer }: FlowEdge): FlowPoint =>
  (answer === 'no' ? { x: (first?.x ?? 0) + 4, y: (first?.y ?? 0) - 5 } : { x: (first?.x ?? 0) + 6, y: (first?.y ?? 0) + 15 })

const tip = { length: 8, half: 4 } as const

/** The head of an edge's arrow, for what can draw no markers, as the value of a path's `d`. */
export const tipOf = ({ points }: FlowEdge): string => {
  const [from, to] = [points.at(-2), points.at(-1)]
  if (!from || !to) return ''
  const [dx, dy] = [Math.sign(to.x - from.x), Math.sign(to.y - from.y)]
  const [backX, backY] = [to.x - dx * tip.length, to.y - dy * tip.length]
  return `M${to.x} ${to.y}L${backX - dy * tip.half} ${backY - dx * tip.half}L${backX + dy * tip.half} ${backY + dx * tip.half}Z`
}
