/** A flow chart as drawings, each as high as fits on a page: a long one goes on below the next. */
import { flowText, type FlowChart, type FlowEdge, type FlowNode } from '#shared/model/product/flow'
import { answerPlace, baselines, outlineOf, pathOf, tipOf } from '#shared/model/product/flowShapes'
import { escapeHtml } from '../html/escape'

interface FlowWords { yes: string; no: string }

const nodeSvg = (node: FlowNode): string => {
  const words = baselines(node).map((y, index) => {
    const isNote = index >= node.lines.length - node.notes
    return `<text x="${node.x + node.width / 2}" y="${y}" text-anchor="middle" font-size="${isNote ? flowText.small : flowText.size}">${escapeHtml(node.lines[index] ?? '')}</text>`
  })
  return `<path class="${node.kind}" d="${outlineOf(node)}"/>${words.join('')}`
}

const edgeSvg = (edge: FlowEdge, words: FlowWords): string => {
  const { x, y } = answerPlace(edge)
  const answer = edge.answer === undefined ? '' : `<text x="${x}" y="${y}" font-size="${flowText.small}">${words[edge.answer]}</text>`
  return `<path class="edge" d="${pathOf(edge)}"/><path class="tip" d="${tipOf(edge)}"/>${answer}`
}

/** Smaller than that nobody reads it. */
const smallest = 0.8

/** Where it is cut: between nodes, in pieces of at most `most` pixels where that is possible, the first of at most `first`. */
const cutsOf = ({ nodes, height }: FlowChart, first: number, most: number): number[] => {
  const isFree = (y: number): boolean => nodes.every((node) => y <= node.y - 4 || y >= node.y + node.height + 4)
  const places = nodes.map((node) => node.y + node.height + 17).filter((y) => isFree(y) && y < height).sort((a, b) => a - b)
  const cuts = [0]
  const roomOf = (): number => (cuts.length === 1 ? first : most)
  while (height - (cuts.at(-1) ?? 0) > roomOf()) {
    const from = cuts.at(-1) ?? 0
    const next = places.filter((y) => y > from + 1 && y <= from + roomOf()).at(-1) ?? places.find((y) => y > from + 1)
    if (next === undefined) break
    cuts.push(next)
  }
  return [...cuts, height]
}

/** `width` and `height` of the text on a page, and `above` what stands with the chart above it, in CSS pixels. */
export const flowHtml = (chart: FlowChart, caption: string, words: FlowWords, { width, height, above }: { width: number; height: number; above: number }): string => {
  const room = height - 60
  const first = Math.max(room - above, room / 2)
  const scale = Math.min(1, width / chart.width, Math.max(first / chart.height, smallest))
  const cuts = cutsOf(chart, first / scale, room / scale)
  const drawn = [...chart.edges.map((edge) => edgeSvg(edge, words)), ...chart.nodes.map(nodeSvg)].join('')
  return cuts.slice(1).map((to, index) => {
    const from = cuts[index] ?? 0
    const said = caption === '' || index < cuts.length - 2 ? '' : `<figcaption>${escapeHtml(caption)}</figcaption>`
    return `<figure class="flow"><svg width="${Math.round(chart.width * scale)}" height="${Math.round((to - from) * scale)}" viewBox="0 ${from} ${chart.width} ${to - from}" role="img" aria-label="${escapeHtml(caption)}">${drawn}</svg>${said}</figure>`
  }).join('')
}
