/** The ways out of a record: as a Word file, in a package, or on into a product. */
import { Button, Dropdown, type MenuProps } from 'antd'
import { ChevronDown, FileDown, FileText, Package, Sprout } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useNavigation } from '#renderer/ui/navigation'
import { useErrorDialog } from '#renderer/ui/states/useErrorDialog'
import { LibraryType } from '#shared/model/recordTypes'
import type { OpenRecord } from '../session/useRecordSession'
import { saveFirst } from './saveFirst'
import { useWordExport } from './useWordExport'

export const ExportMenu = ({ open: { session, view: { record } } }: { open: OpenRecord }) => {
  const { t } = useTranslation('record')
  const { packRecords, newProduct } = useNavigation()
  const word = useWordExport(session)
  const showError = useErrorDialog()
  const saved = (go: () => void) => () => { saveFirst(session).then(go, showError) }
  const items: MenuProps['items'] = [
    { key: 'word', icon: <FileText size={15} />, label: t('export.word'), onClick: () => { word.mutate() } },
    { key: 'pack', icon: <Package size={15} />, label: t('export.pack'), onClick: saved(() => packRecords([record.id])) },
    ...LibraryType.safeParse(record.content.type).success
      ? [{ type: 'divider' as const }, { key: 'product', icon: <Sprout size={15} />, label: t('export.product'), onClick: saved(() => newProduct([record.id])) }]
      : [],
  ]
  return (
    <Dropdown menu={{ items }} trigger={['click']} placement="bottomRight">
      <Button size="small" icon={<FileDown size={14} />} loading={word.isPending} aria-haspopup="menu">{t('export.menu')}<ChevronDown size={13} aria-hidden="true" /></Button>
    </Dropdown>
  )
}
