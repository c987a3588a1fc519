/** A template to look at, beside the list. */
import { useQuery } from '@tanstack/react-query'
import { Drawer } from 'antd'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/client/queries'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import { SkeletonRows } from '#renderer/ui/states/SkeletonRows'
import type { TemplateEntry } from '#shared/contract/templates'
import { LazyPreview } from '../LazyPreview'

export const PreviewDrawer = ({ template: { id, name, unit, type }, onClose }: { template: TemplateEntry; onClose: () => void }) => {
  const { t } = useTranslation('templates')
  const template = useQuery(api.templates.get.queryOptions({ input: { id } }))
  return (
    <Drawer open onClose={onClose} size={720} title={t('named', { name, unit: unit === '' ? t('everyUnit') : unit })}>
      {template.isLoading && <SkeletonRows rows={10} rowHeight={36} />}
      {template.error && <ErrorPanel error={template.error} what={t('notOpened')} onRetry={() => { void template.refetch() }} />}
      {template.data && <section aria-label={name} tabIndex={0}><LazyPreview type={type} content={template.data.content} /></section>}
    </Drawer>
  )
}
