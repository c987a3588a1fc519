/** Two contents of a record side by side, from edge to edge: the fields and blocks that differ, one change after another by the keys. */
import { Button, Drawer, Segmented } from 'antd'
import { ChevronDown, ChevronUp } from 'lucide-react'
import { useMemo, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Keycap } from '#renderer/ui/marks/Keycap'
import type { RecordContent } from '#shared/model/record'
import { contentDifference } from '#shared/model/difference/contents'
import { BodyRows, type DifferenceWords } from './BodyRows'
import { drawnAtOnce, firstStretches, stretchesOf } from './folding'
import { countFieldRows, FieldRows } from './FieldRows'
import { useChangeKeys } from './useChangeKeys'
import styles from './Compare.module.css'

/** One side: what it is called, and what can be done with it. */
export interface ComparedContent { label: string; detail?: string; content: RecordContent; action?: ReactNode }

interface CompareDrawerProps { title: string; before: ComparedContent; after: ComparedContent; onClose: () => void; notice?: ReactNode; words?: DifferenceWords }

const SideHead = ({ side: { label, detail, action } }: { side: ComparedContent }) => (
  <th scope="col"><div className={styles.head}><span><strong>{label}</strong>{detail !== undefined && <span className={styles.detail}>{detail}</span>}</span>{action}</div></th>
)

export const CompareDrawer = ({ title, before, after, onClose, notice, words = 'kind' }: CompareDrawerProps) => {
  const { t } = useTranslation('revisions')
  const [all, setAll] = useState(false)
  const [limit, setLimit] = useState(drawnAtOnce)
  const place = useRef<HTMLDivElement>(null)
  const difference = useMemo(() => contentDifference(before.content, after.content), [before.content, after.content])
  const stretches = useMemo(() => stretchesOf(difference.body, all), [difference.body, all])
  const { shown, left } = useMemo(() => firstStretches(stretches, limit), [stretches, limit])
  const count = countFieldRows(difference) + shown.filter(({ isChange }) => isChange).length
  const { current, go } = useChangeKeys(place, count)
  return (
    <Drawer
      open onClose={onClose} size="100%" title={title} classNames={{ body: styles.drawer ?? '' }}
      extra={(
        <div className={styles.tools}>
          <Segmented
            size="small" aria-label={t('compare.shown')} value={all ? 'all' : 'changes'} onChange={(value) => setAll(value === 'all')}
            options={[{ value: 'changes', label: t('compare.changes') }, { value: 'all', label: t('compare.all') }]}
          />
          <span className={styles.count} role="status">{count === 0 ? t('compare.same') : current === undefined ? t('compare.count', { count }) : t('compare.at', { at: current + 1, count })}</span>
          <Button size="small" disabled={count === 0} icon={<ChevronUp size={14} />} onClick={() => go(-1)} aria-keyshortcuts="ArrowUp">{t('compare.previous')}<Keycap>↑</Keycap></Button>
          <Button size="small" disabled={count === 0} icon={<ChevronDown size={14} />} onClick={() => go(1)} aria-keyshortcuts="ArrowDown">{t('compare.next')}<Keycap>↓</Keycap></Button>
        </div>
      )}
    >
      {notice}
      <div ref={place} className={styles.scroll} tabIndex={0} role="region" aria-label={title}>
        <table className={styles.table}>
          <thead><tr><th scope="col" className={styles.placeHead}>{t('compare.place')}</th><SideHead side={before} /><SideHead side={after} /></tr></thead>
          <tbody>
            {count === 0 && <tr><td colSpan={3} className={styles.nothing}>{t('compare.nothing')}</td></tr>}
            <FieldRows difference={difference} before={before.content} after={after.content} />
            <BodyRows rows={difference.body} stretches={shown} onUnfold={() => setAll(true)} words={words} />
            {left > 0 && <tr><td colSpan={3} className={styles.fold}><button type="button" onClick={() => setLimit(limit + drawnAtOnce)}>{t('compare.more', { count: left })}</button></td></tr>}
          </tbody>
        </table>
      </div>
    </Drawer>
  )
}
