/** Two editions of a product, or one and what is being written now, side by side; which two is chosen over each side. */
import { useQuery } from '@tanstack/react-query'
import { Drawer, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/client/queries'
import { CompareDrawer, type ComparedContent } from '#renderer/features/revisions'
import { formatDay } from '#renderer/ui/format'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import { SkeletonRows } from '#renderer/ui/states/SkeletonRows'
import { useEditionName } from '#renderer/ui/useEditionName'
import { useReturnFocus } from '#renderer/ui/useReturnFocus'
import type { EditionSummary } from '#shared/contract/products'
import type { RecordContent } from '#shared/model/record'
import { withoutPlaces } from '../flow/flowRows'
import styles from './Editions.module.css'

interface EditionCompareProps { editions: readonly EditionSummary[]; latest: EditionSummary; draft: RecordContent; onClose: () => void }

/** Instead of a seal. */
const draftKey = 'draft'

export const EditionCompare = ({ editions, latest, draft, onClose }: EditionCompareProps) => {
  const { t } = useTranslation('product')
  const editionName = useEditionName()
  useReturnFocus()
  const [chosen, setChosen] = useState({ before: latest.seal, after: draftKey })
  const { recordId } = latest
  const useContent = (key: string) => useQuery({ ...api.products.edition.queryOptions({ input: { recordId, seal: key } }), enabled: key !== draftKey })
  const queries = { before: useContent(chosen.before), after: useContent(chosen.after) }
  const contentOf = (side: 'before' | 'after'): RecordContent | undefined => (chosen[side] === draftKey ? draft : queries[side].data?.content)
  const nameOf = (key: string): string => {
    const edition = editions.find(({ seal }) => seal === key)
    return edition ? `${editionName(edition.number)}　${formatDay(edition.releasedAt)}${edition.isTwin ? `　${edition.library || edition.unit}` : ''}` : t('editions.draft')
  }
  const options = [draftKey, ...editions.map(({ seal }) => seal)].map((value) => ({ value, label: nameOf(value) }))
  const select = (side: 'before' | 'after') => (
    <Select size="small" aria-label={t(`editions.side.${side}`)} popupMatchSelectWidth={false} value={chosen[side]} options={options} onChange={(key: string) => setChosen({ ...chosen, [side]: key })} />
  )
  const title = t('editions.compareTitle', { title: draft.title })
  const [before, after] = [contentOf('before'), contentOf('after')]
  const failed = queries.before.error ?? queries.after.error
  if (!before || !after) {
    return (
      <Drawer open onClose={onClose} size="100%" title={title}>
        <div className={styles.sides}>{select('before')}{select('after')}</div>
        {failed ? <ErrorPanel error={failed} what={t('editions.notOpened')} onRetry={() => { void queries.before.refetch(); void queries.after.refetch() }} /> : <SkeletonRows rows={12} rowHeight={44} />}
      </Drawer>
    )
  }
  // Where the product stood, and where its chart was drawn, is no part of what an edition says.
  const said = (content: RecordContent): RecordContent => ({ ...content, stage: draft.stage, fields: withoutPlaces(content.fields) })
  const side = (which: 'before' | 'after', content: RecordContent): ComparedContent => ({ label: t(`editions.side.${which}`), content: said(content), action: select(which) })
  return <CompareDrawer title={title} before={side('before', before)} after={side('after', after)} onClose={onClose} />
}
