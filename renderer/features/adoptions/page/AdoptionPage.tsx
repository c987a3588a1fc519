/** The page of one adoption: that of every record, with what it takes up and the standard's steps on top. */
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/client/queries'
import { RecordPage, type OpenRecord, type RecordPageProps } from '#renderer/features/record'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import { SkeletonRows } from '#renderer/ui/states/SkeletonRows'
import { adoptedProduct } from '#shared/model/product/adoption'
import { stepsOf } from '#shared/model/product/steps'
import { AdoptedHead } from './AdoptedHead'
import { DifferencesTable } from './DifferencesTable'
import styles from './page.module.css'

export const AdoptionPage = (props: RecordPageProps) => <RecordPage {...props} lead={(open, editing) => <Lead open={open} editing={editing} />} />

const Lead = ({ open, editing }: { open: OpenRecord; editing: boolean }) => {
  const { t } = useTranslation('adoptions')
  const { id, content } = open.view.record
  const adopted = useQuery(api.adoptions.of.queryOptions({ input: { id } }))
  const { productId = '', revisionId = '' } = adoptedProduct(content) ?? {}
  const isPilot = content.fields.pilot === true
  // A pilot takes up the draft as it was then.
  const draft = useQuery({ ...api.records.revision.queryOptions({ input: { id: productId, revisionId } }), enabled: isPilot && productId !== '' && revisionId !== '', retry: false })
  const standard = adopted.data?.edition?.content ?? draft.data?.content
  return (
    <div className={styles.lead} data-editing={editing || undefined}>
      {adopted.isPending && <SkeletonRows rows={3} />}
      {adopted.error && <ErrorPanel error={adopted.error} what={t('page.notRead')} onRetry={() => { void adopted.refetch() }} />}
      {adopted.data && <AdoptedHead adopted={adopted.data} />}
      {!adopted.isPending && <DifferencesTable open={open} editing={editing} steps={standard ? stepsOf(standard.fields) : []} />}
    </div>
  )
}
