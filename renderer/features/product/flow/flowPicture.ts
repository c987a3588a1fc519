/** The flow chart as a picture of its own: an SVG with all it needs, and the same drawn as PNG. Always in the colours of paper. */
import { flowText, type FlowChart, type FlowEdge, type FlowNode } from '#shared/model/product/flow'
import { answerPlace, baselines, outlineOf, pathOf } from '#shared/model/product/flowShapes'

/** What stands at the branches of a decision, and over the chart. */
export interface PictureWords { yes: string; no: string; title: string }

const colours = { paper: '#FFFFFF', ink: '#1C2321', ink2: '#47504C', line: '#47504C', step: '#F4F2EC', decision: '#FAF0DB', end: '#E5F1ED' }
const font = "'Microsoft YaHei', 'PingFang SC', 'Noto Sans CJK SC', sans-serif"
const titleHeight = 40

const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${String(character.charCodeAt(0))};`)

const fills: Readonly<Record<FlowNode['kind'], string>> = { start: colours.end, end: colours.end, step: colours.step, decision: colours.decision }

const nodeMarkup = (node: FlowNode): string => {
  const words = baselines(node).map((y, index) => {
    const isNote = index >= node.lines.length - node.notes
    return `<text x="${node.x + node.width / 2}" y="${y}" text-anchor="middle" font-size="${isNote ? flowText.small : flowText.size}" fill="${isNote ? colours.ink2 : colours.ink}">${escaped(node.lines[index] ?? '')}</text>`
  })
  return `<path d="${outlineOf(node)}" fill="${fills[node.kind]}" stroke="${colours.line}"/>${words.join('')}`
}

const edgeMarkup = (edge: FlowEdge, words: PictureWords): string => {
  const { x, y } = answerPlace(edge)
  const answer = edge.answer === undefined ? '' : `<text x="${x}" y="${y}" font-size="${flowText.small}" fill="${colours.ink2}">${escaped(words[edge.answer])}</text>`
  return `<path d="${pathOf(edge)}" fill="none" stroke="${colours.line}" stroke-width="1.2" marker-end="url(#arrow)"/>${answer}`
}

export const flowSvg = ({ nodes, edges, width, height }: FlowChart, words: PictureWords): string => [
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height + titleHeight}" viewBox="0 ${-titleHeight} ${width} ${height + titleHeight}" font-family="${font}" role="img">`,
  `<title>${escaped(words.title)}</title>`,
  `<defs><marker id="arrow" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" orient="auto-start-reverse" markerUnits="userSpaceOnUse"><path d="M0 0L8 4L0 8Z" fill="${colours.line}"/></marker></defs>`,
  `<rect x="0" y="${-titleHeight}" width="${width}" height="${height + titleHeight}" fill="${colours.paper}"/>`,
  `<text x="24" y="-12" font-size="16" font-weight="600" fill="${colours.ink}">${escaped(words.title)}</text>`,
  ...edges.map((edge) => edgeMarkup(edge, words)), ...nodes.map(nodeMarkup), '</svg>',
].join('')

/** Twice as large as on screen, so that it can be printed. Rejects where the browser can't draw it. */
export const svgToPng = async (svg: string): Promise<Blob> => {
  const picture = new Image()
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
  await picture.decode()
  const canvas = document.createElement('canvas')
  canvas.width = picture.width * 2
  canvas.height = picture.height * 2
  const context = canvas.getContext('2d')
  context?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve, reject) => { canvas.toBlob((blob) => { if (blob) resolve(blob); else reject(new Error('the picture of the flow chart is too large')) }) })
}
