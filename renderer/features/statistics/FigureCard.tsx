/** One figure: what it counts, as a chart or as its table, and the ways to take it along. */
import { useMutation } from '@tanstack/react-query'
import { Button, Segmented } from 'antd'
import { ChartColumnBig, Image, Sheet, Table2 } from 'lucide-react'
import { useId, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '#renderer/ui/states/EmptyState'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import { SkeletonRows } from '#renderer/ui/states/SkeletonRows'
import { useErrorDialog } from '#renderer/ui/states/useErrorDialog'
import type { Figure } from '#shared/contract/statistics'
import { savePicture } from './chart/picture'
import { useExportFigure } from './useExportFigure'
import styles from './statistics.module.css'

interface FigureCardProps {
  figure: Figure
  query: { isPending: boolean; error: Error | null; refetch: () => unknown }
  /** There is nothing to count yet; the page says how to come to it. */
  isEmpty: boolean
  emptyAction?: ReactNode
  /** What is chosen to be counted. */
  choices?: ReactNode
  /** Given the table, to be shown where the chart can't be drawn. */
  chart?: (table: ReactNode) => ReactNode
  table: () => ReactNode
  picture?: () => Promise<Blob>
}

export const FigureCard = ({ figure, query, isEmpty, emptyAction, choices, chart, table, picture }: FigureCardProps) => {
  const { t } = useTranslation('statistics')
  const id = useId()
  const [view, setView] = useState<'chart' | 'table'>('chart')
  const showError = useErrorDialog()
  const title = t(`figure.${figure}.title`)
  const excel = useExportFigure(figure)
  const draw = useMutation({ mutationFn: async () => { if (picture) savePicture(await picture(), title) }, onError: (error) => { showError(error, t('picture.notDone')) } })
  const isReady = !query.isPending && !query.error && !isEmpty
  return (
    <section className={styles.card} aria-labelledby={id}>
      <header className={styles.cardHead}>
        <div className={styles.cardTitle}><h2 id={id}>{title}</h2><p>{t(`figure.${figure}.hint`)}</p></div>
        {isReady && (
          <div className={styles.cardTools}>
            {choices}
            {chart && (
              <Segmented
                size="small" aria-label={t('view.label')} value={view} onChange={setView}
                options={[{ value: 'chart', icon: <ChartColumnBig size={14} />, label: t('view.chart') }, { value: 'table', icon: <Table2 size={14} />, label: t('view.table') }]}
              />
            )}
            {picture && <Button size="small" icon={<Image size={14} />} loading={draw.isPending} onClick={() => { draw.mutate() }}>{t('picture.make')}</Button>}
            <Button size="small" icon={<Sheet size={14} />} loading={excel.isPending} onClick={() => { excel.mutate() }}>{t('excel.make')}</Button>
          </div>
        )}
      </header>
      {query.isPending && <div className={styles.inset}><SkeletonRows rows={8} /></div>}
      {query.error && <div className={styles.inset}><ErrorPanel error={query.error} what={t('notRead')} onRetry={() => { void query.refetch() }} /></div>}
      {!query.isPending && !query.error && isEmpty && <EmptyState title={t(`figure.${figure}.empty.title`)} text={t(`figure.${figure}.empty.text`)} {...emptyAction !== undefined && { action: emptyAction }} />}
      {isReady && <div className={styles.inset}>{chart && view === 'chart' ? chart(table()) : table()}</div>}
    </section>
  )
}
