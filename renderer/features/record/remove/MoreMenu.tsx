/** What is done to a record seldom: making a template or another record of it, deleting it. */
import { Button, Dropdown, type MenuProps } from 'antd'
import { CopyPlus, Ellipsis, LayoutTemplate, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SaveTemplateDialog, useNewFromRecord } from '#renderer/features/templates'
import { useErrorDialog } from '#renderer/ui/states/useErrorDialog'
import type { RecordContent } from '#shared/model/record'
import { FreeType } from '#shared/model/recordTypes'
import { saveFirst } from '../export/saveFirst'
import type { OpenRecord } from '../session/useRecordSession'
import { useRemoveRecord } from './useRemoveRecord'

export const MoreMenu = ({ open: { session, view: { record } } }: { open: OpenRecord }) => {
  const { t } = useTranslation(['record', 'common', 'templates'])
  const remove = useRemoveRecord(session)
  const newFrom = useNewFromRecord()
  const showError = useErrorDialog()
  /** What the template is made of: the record as it was saved when it was asked for. */
  const [source, setSource] = useState<RecordContent>()
  const saved = (go: () => void) => () => { saveFirst(session).then(go, showError) }
  const items: MenuProps['items'] = [
    ...FreeType.safeParse(record.content.type).success ? [
      { key: 'newFrom', icon: <CopyPlus size={15} />, label: t('templates:newFromButton'), onClick: saved(() => { newFrom.mutate(session.view().record) }) },
      { key: 'template', icon: <LayoutTemplate size={15} />, label: t('templates:save.button'), onClick: saved(() => { setSource(session.view().record.content) }) },
      { type: 'divider' as const },
    ] : [],
    { key: 'remove', danger: true, icon: <Trash2 size={15} />, label: t('remove.button'), onClick: () => { remove.mutate() } },
  ]
  return (
    <>
      <Dropdown menu={{ items }} trigger={['click']} placement="bottomRight">
        <Button size="small" icon={<Ellipsis size={15} />} disabled={remove.isPending || newFrom.isPending} aria-haspopup="menu" aria-label={t('common:more')} title={t('common:more')} />
      </Dropdown>
      {source && <SaveTemplateDialog content={source} onClose={() => { setSource(undefined) }} />}
    </>
  )
}
