import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { flowChart, flowEnd, textWidth, type FlowNode, type FlowPoint } from './flow'

const words = { start: '开始', end: '结束' }

const steps = fc.array(fc.record({ action: fc.string({ maxLength: 80, unit: 'grapheme' }), post: fc.string({ maxLength: 20 }) }), { maxLength: 12 })
  .map((rows) => rows.map((row, index) => ({ id: `s${String(index)}`, ...row })))

const chartOf = (hand: boolean) => steps.chain((rows) => fc.array(fc.record({
  id: fc.constantFrom(...rows.map(({ id }) => id), 'gone'), decision: fc.string({ maxLength: 40 }), otherwise: fc.constantFrom(...rows.map(({ id }) => id), 'gone', flowEnd),
  ...hand && { x: fc.integer({ min: -900, max: 900 }), y: fc.integer({ min: -900, max: 900 }) },
}), { maxLength: 8 }).map((flow) => flowChart({ steps: rows, flow }, words)))

const overlap = (a: FlowNode, b: FlowNode): boolean => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

/** Diamonds are met at their corners, all else at the middle of a side. */
const isAtEdge = ({ x, y, width, height }: FlowNode, point: FlowPoint | undefined): boolean => point !== undefined && [
  [x + width / 2, y], [x + width / 2, y + height], [x + width, y + height / 2],
].some(([px, py]) => px === point.x && py === point.y)

describe('the flow chart of any steps', () => {
  it('has no two nodes over one another where nothing was moved by hand', () => {
    fc.assert(fc.property(chartOf(false), ({ nodes }) => {
      nodes.forEach((one, index) => { for (const other of nodes.slice(index + 1)) expect(overlap(one, other)).toBe(false) })
    }))
  })

  it('has edges that end at their nodes, run along right angles and stay inside, wherever nodes were moved', () => {
    fc.assert(fc.property(fc.boolean().chain(chartOf), ({ nodes, edges, width, height }) => {
      const byId = new Map(nodes.map((node) => [node.id, node]))
      for (const { from, to, points } of edges) {
        const [one, other] = [byId.get(from), byId.get(to)]
        expect(one && isAtEdge(one, points[0])).toBe(true)
        expect(other && isAtEdge(other, points.at(-1))).toBe(true)
        points.slice(1).forEach((point, index) => { expect(point.x === points[index]?.x || point.y === points[index]?.y).toBe(true) })
        for (const { x, y } of points) expect(x >= 0 && y >= 0 && x <= width && y <= height).toBe(true)
      }
      for (const node of nodes) expect(node.x >= 0 && node.y >= 0 && node.x + node.width <= width && node.y + node.height <= height).toBe(true)
    }))
  })

  it('goes from the start through every step in order to the end', () => {
    fc.assert(fc.property(chartOf(true), ({ nodes, edges }) => {
      const next = new Map(edges.filter(({ answer }) => answer !== 'no').map(({ from, to }) => [from, to]))
      const way = ['start']
      for (let at = next.get('start'); at !== undefined; at = next.get(at)) way.push(at)
      expect(way).toEqual(nodes.map(({ id }) => id))
    }))
  })

  it('keeps the words of a step inside its box', () => {
    fc.assert(fc.property(chartOf(false), ({ nodes }) => {
      for (const { kind, lines, width } of nodes) for (const line of lines) expect(textWidth(line)).toBeLessThanOrEqual(kind === 'decision' ? width / 2 : width)
    }))
  })
})

it('a decision leads on with yes and, where its step is there, aside with no', () => {
  const { edges } = flowChart({ steps: [{ id: 'a', action: '验电' }, { id: 'b', action: '挂地线' }], flow: [{ id: 'a', decision: '确无电压？', otherwise: 'a' }, { id: 'b', decision: '完好？', otherwise: 'gone' }] }, words)
  expect(edges.map(({ from, to, answer }) => [from, to, answer])).toEqual([
    ['start', 'step a', undefined], ['step a', 'decision a', undefined], ['decision a', 'step b', 'yes'], ['step b', 'decision b', undefined], ['decision b', 'end', 'yes'], ['decision a', 'step a', 'no'],
  ])
})
