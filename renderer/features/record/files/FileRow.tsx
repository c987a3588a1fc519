/** One file of a record: its name opens the preview, what else can be done with it is in its menu. */
import { Button, Dropdown, type MenuProps } from 'antd'
import { Download, Ellipsis, PencilLine, Replace, SquareArrowOutUpRight, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { attachmentUrl } from '#renderer/client/files'
import { formatBytes } from '#renderer/ui/format'
import { isProgram } from '#shared/model/attachments'
import type { AttachmentRef } from '#shared/model/record'
import sideStyles from '../side/SidePanel.module.css'

type MenuClick = NonNullable<MenuProps['onClick']>

interface FileRowProps {
  file: AttachmentRef
  /** From 1, as evidence names it. */
  ordinal: number
  isBusy: boolean
  onPreview: () => void
  onOpen: () => void
  /** Undefined where nothing can be changed. */
  edit: { replace: () => void; rename: () => void; remove: () => void } | undefined
}

/** By pointer the link itself is pressed; a key presses the item around it. */
const byKey: MenuClick = ({ domEvent }) => { if (domEvent.type === 'keydown') domEvent.currentTarget.querySelector('a')?.click() }

export const FileRow = ({ file, ordinal, isBusy, onPreview, onOpen, edit }: FileRowProps) => {
  const { t } = useTranslation(['record', 'common'])
  const { name, role, size, sha256 } = file
  const items: MenuProps['items'] = [
    { key: 'open', icon: <SquareArrowOutUpRight size={15} />, label: t(isProgram(name) ? 'files.program' : 'files.open'), disabled: isProgram(name), onClick: onOpen },
    { key: 'download', icon: <Download size={15} />, label: <a href={attachmentUrl(sha256)} download={name}>{t('files.download')}</a>, onClick: byKey },
    ...edit ? [
      { key: 'before-edit', type: 'divider' as const },
      { key: 'replace', icon: <Replace size={15} />, label: t('files.replace'), onClick: edit.replace },
      { key: 'rename', icon: <PencilLine size={15} />, label: t('files.rename'), onClick: edit.rename },
      // The file that a record was imported from is what its origin names.
      ...role === 'original' ? [] : [{ key: 'remove', danger: true, icon: <Trash2 size={15} />, label: t('files.remove'), onClick: edit.remove }],
    ] : [],
  ]
  return (
    <div className={sideStyles.attachment}>
      <span className={sideStyles.ordinal} aria-hidden="true">{ordinal}</span>
      <button type="button" className={sideStyles.open} title={t('files.preview', { name })} aria-label={t('files.preview', { name })} onClick={onPreview}>{name}</button>
      {role !== undefined && <span className={sideStyles.role}>{t(`side.${role}`)}</span>}
      <span className={sideStyles.relation}>{formatBytes(size)}</span>
      <Dropdown menu={{ items }} trigger={['click']} placement="bottomRight">
        <Button type="text" size="small" icon={<Ellipsis size={15} />} disabled={isBusy} aria-haspopup="menu" aria-label={t('files.menu', { name })} title={t('common:more')} />
      </Dropdown>
    </div>
  )
}
