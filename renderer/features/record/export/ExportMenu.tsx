/** The ways out of a record: as a document, on the screen of a room, in a package, or on into a product. */
import { Button, Dropdown, type MenuProps } from 'antd'
import { ChevronDown, FileDown, FileText, Globe, Monitor, Package, Presentation, Printer, Sprout } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { documentSourceOf, useExportDocument, type ExportForm } from '#renderer/features/documents'
import { useNavigation } from '#renderer/ui/navigation'
import { useErrorDialog } from '#renderer/ui/states/useErrorDialog'
import type { DocumentSource } from '#shared/contract/documents'
import { LibraryType } from '#shared/model/recordTypes'
import type { OpenRecord } from '../session/useRecordSession'
import { saveFirst } from './saveFirst'

const forms = [['word', FileText], ['pdf', FileDown], ['print', Printer], ['slides', Presentation], ['web', Globe]] as const satisfies readonly (readonly [ExportForm, unknown])[]

export const ExportMenu = ({ open: { session, view: { record } } }: { open: OpenRecord }) => {
  const { t } = useTranslation('record')
  const { packRecords, newProduct, present } = useNavigation()
  const exportDocument = useExportDocument()
  const showError = useErrorDialog()
  const saved = (go: () => void) => () => { saveFirst(session).then(go, showError) }
  const leave = (go: (source: DocumentSource) => void) => () => {
    saveFirst(session).then(() => documentSourceOf({ id: record.id, type: record.content.type })).then(go, showError)
  }
  const items: MenuProps['items'] = [
    ...forms.map(([form, Icon]) => ({ key: form, icon: <Icon size={15} />, label: t(`export.${form}`), onClick: leave((source) => { exportDocument(source, form) }) })),
    { type: 'divider' },
    { key: 'present', icon: <Monitor size={15} />, label: t('export.present'), onClick: leave(present) },
    { key: 'pack', icon: <Package size={15} />, label: t('export.pack'), onClick: saved(() => packRecords([record.id])) },
    ...LibraryType.safeParse(record.content.type).success
      ? [{ type: 'divider' as const }, { key: 'product', icon: <Sprout size={15} />, label: t('export.product'), onClick: saved(() => newProduct([record.id])) }]
      : [],
  ]
  return (
    <Dropdown menu={{ items }} trigger={['click']} placement="bottomRight">
      <Button size="small" icon={<FileDown size={14} />} aria-haspopup="menu">{t('export.menu')}<ChevronDown size={13} aria-hidden="true" /></Button>
    </Dropdown>
  )
}
