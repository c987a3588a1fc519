/** The flow chart as it is read; its nodes can be moved and chosen where it is edited. */
import { useId, useState, type KeyboardEvent, type PointerEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { FlowChart, FlowNode } from '#shared/model/product/flow'
import { answerPlace, baselines, outlineOf, pathOf } from '#shared/model/product/flowShapes'
import styles from './flow.module.css'

interface FlowChartViewProps {
  chart: FlowChart
  /** The chart in words: one line a step. */
  alternative: readonly string[]
  /** Undefined where nothing is edited. */
  editing?: { chosen: string | undefined; onChoose: (stepId: string, byKey: boolean) => void; onClose: () => void; onMove: (stepId: string, dx: number, dy: number) => void }
}

const arrows: Readonly<Record<string, readonly [number, number]>> = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] }
const stride = 10
/** Less is a press, not a drag. */
const dragFrom = 4

const Words = ({ node }: { node: FlowNode }) => baselines(node).map((y, index) => (
  <text key={index} x={node.x + node.width / 2} y={y} textAnchor="middle" data-note={index >= node.lines.length - node.notes || undefined}>{node.lines[index]}</text>
))

export const FlowChartView = ({ chart: { nodes, edges, width, height }, alternative, editing }: FlowChartViewProps) => {
  const { t } = useTranslation('product')
  const id = useId()
  const [drag, setDrag] = useState<{ stepId: string; fromX: number; fromY: number; dx: number; dy: number }>()

  const begin = (event: PointerEvent<SVGGElement>, stepId: string): void => {
    if (event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    setDrag({ stepId, fromX: event.clientX, fromY: event.clientY, dx: 0, dy: 0 })
  }
  const follow = (event: PointerEvent): void => { if (drag) setDrag({ ...drag, dx: event.clientX - drag.fromX, dy: event.clientY - drag.fromY }) }
  const end = (): void => {
    if (drag && Math.hypot(drag.dx, drag.dy) >= dragFrom) editing?.onMove(drag.stepId, drag.dx, drag.dy)
    else if (drag) editing?.onChoose(drag.stepId, false)
    setDrag(undefined)
  }
  const pressed = (event: KeyboardEvent, stepId: string): void => {
    if (event.key === 'Escape' && editing?.chosen !== undefined) { event.preventDefault(); editing.onClose() }
    const arrow = arrows[event.key]
    if (event.ctrlKey || event.metaKey || event.altKey || (!arrow && event.key !== 'Enter' && event.key !== ' ')) return
    event.preventDefault()
    const far = event.shiftKey ? 4 * stride : stride
    if (arrow) editing?.onMove(stepId, arrow[0] * far, arrow[1] * far)
    else editing?.onChoose(stepId, true)
  }
  const nodeProps = ({ stepId, lines }: FlowNode) => (editing && stepId !== undefined ? {
    role: 'button', tabIndex: 0, 'data-step': stepId, 'aria-label': t('flow.node', { text: lines.join(' ') }), 'aria-pressed': editing.chosen === stepId,
    onPointerDown: (event: PointerEvent<SVGGElement>) => begin(event, stepId), onPointerMove: follow, onPointerUp: end, onPointerCancel: () => setDrag(undefined),
    onKeyDown: (event: KeyboardEvent) => pressed(event, stepId),
    ...drag?.stepId === stepId && { transform: `translate(${drag.dx} ${drag.dy})` },
  } : {})
  return (
    <div className={styles.scroll} tabIndex={0} role="group" aria-label={t('flow.title')}>
      <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role={editing ? 'group' : 'img'} aria-label={t('flow.title')} aria-describedby={id} className={styles.chart} data-editing={editing && true}>
        <defs><marker id={`${id}-arrow`} viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" orient="auto-start-reverse" markerUnits="userSpaceOnUse"><path d="M0 0L8 4L0 8Z" className={styles.tip} /></marker></defs>
        {edges.map((edge) => (
          <g key={`${edge.from} ${edge.to} ${edge.answer ?? ''}`} className={styles.edge}>
            <path d={pathOf(edge)} markerEnd={`url(#${id}-arrow)`} />
            {edge.answer !== undefined && <text {...answerPlace(edge)}>{t(`flow.${edge.answer}`)}</text>}
          </g>
        ))}
        {nodes.map((node) => (
          <g key={node.id} className={styles.node} data-kind={node.kind} data-chosen={(editing && node.stepId !== undefined && node.stepId === editing.chosen) || undefined} {...nodeProps(node)}>
            <path d={outlineOf(node)} /><Words node={node} />
          </g>
        ))}
      </svg>
      <ol id={id} className={styles.alternative}>{alternative.map((line, index) => <li key={index}>{line}</li>)}</ol>
    </div>
  )
}
