/** The heat map of units by products: a real table, each cell with its share as a number, which opens the records behind it. */
import { ChevronDown, ChevronRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useNavigation } from '#renderer/ui/navigation'
import type { Coverage } from '#shared/contract/statistics'
import { useBehind } from '../behind'
import { heatStep, shareOf, type CoverageCell, type CoverageRow } from './coverageRows'
import styles from './coverage.module.css'

/** CSS pixels; the columns of products share what is left. */
const unitWidth = 168
const columnWidth = 64

interface CoverageTableProps {
  rows: readonly CoverageRow[]
  products: Coverage['products']
  /** Folds what is below a unit, or opens it; without it the rows stand as they are. */
  onTurn?: (unit: string) => void
}

export const CoverageTable = ({ rows, products, onTurn }: CoverageTableProps) => {
  const { t } = useTranslation('statistics')
  const { openRecord } = useNavigation()
  return (
    <div className={styles.scroll}>
      <table className={styles.table} aria-label={t('figure.coverage.title')} style={{ minWidth: unitWidth + products.length * columnWidth }}>
        <colgroup><col style={{ width: unitWidth }} />{products.map(({ id }) => <col key={id} />)}</colgroup>
        <thead>
          <tr>
            <th scope="col"><span className={styles.hidden}>{t('column.unit')}</span></th>
            {products.map(({ id, title }) => (
              <th key={id} scope="col"><button type="button" className={styles.product} title={title} onClick={() => { openRecord(id) }}><span>{title}</span></button></th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ unit, hasBelow, isOpen, cells }) => (
            <tr key={unit.name}>
              <th scope="row" className={styles.unit}>
                <span style={{ paddingInlineStart: onTurn ? unit.level * 14 : 0 }}>
                  {onTurn && (hasBelow
                    ? <button type="button" aria-expanded={isOpen} aria-label={t('coverage.below', { unit: unit.name })} onClick={() => { onTurn(unit.name) }}>{isOpen ? <ChevronDown size={14} aria-hidden="true" /> : <ChevronRight size={14} aria-hidden="true" />}</button>
                    : <i />)}
                  <span dir="auto" title={unit.name}>{unit.name}</span>
                </span>
              </th>
              {products.map((product) => <td key={product.id}><Cell unit={unit.name} product={product.title} cell={cells.get(product.id)} /></td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const Cell = ({ unit, product, cell }: { unit: string; product: string; cell: CoverageCell | undefined }) => {
  const { t } = useTranslation('statistics')
  const show = useBehind()
  const share = cell && shareOf(cell)
  if (!cell || share === undefined) return <span className={styles.cell} data-step={1} data-empty>—</span>
  const { done, of, state, ids } = cell
  const title = t('coverage.cell', { unit, product })
  const said = [t('coverage.doneOf', { done, of }), state && t(`coverage.state.${state}`)].filter((part) => part !== null && part !== '').join('　')
  return (
    <button
      type="button" className={styles.cell} data-step={heatStep(share)} data-state={state ?? undefined} title={`${title}　${said}`} aria-label={`${title}：${String(share)}%　${said}`}
      onClick={() => { show({ title, ids }) }}
    >{share}</button>
  )
}
