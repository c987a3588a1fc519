/** One template of the page: its name opens it to look at. */
import { Button } from 'antd'
import { FilePlus2, PenLine, Star, StarOff, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { formatDay } from '#renderer/ui/format'
import { Tag } from '#renderer/ui/marks/Tag'
import type { TemplateEntry } from '#shared/contract/templates'
import styles from '../templates.module.css'

interface TemplateRowProps { template: TemplateEntry; readOnly: boolean; isPending: boolean; onPreview: () => void; onUse: () => void; onDefault: () => void; onRename: () => void; onRemove: () => void }

export const TemplateRow = ({ template: { name, unit, by, at, isDefault }, readOnly, isPending, onPreview, onUse, onDefault, onRename, onRemove }: TemplateRowProps) => {
  const { t } = useTranslation('templates')
  return (
    <tr>
      <td>
        <div className={styles.named}>
          <button type="button" className={styles.open} aria-label={t('previewNamed', { name })} onClick={onPreview}>{name}</button>
          {isDefault && <Tag>{t('default.tag')}</Tag>}
        </div>
      </td>
      <td>{unit === '' ? <span className={styles.every}>{t('everyUnit')}</span> : unit}</td>
      <td className={styles.changed}>{t('changedBy', { date: formatDay(at), name: by.name || '—' })}</td>
      <td className={styles.tools}>
        {!readOnly && (
          <>
            <Button type="text" size="small" icon={<FilePlus2 size={15} />} disabled={isPending} aria-label={t('useNamed', { name })} title={t('use')} onClick={onUse} />
            <Button
              type="text" size="small" icon={isDefault ? <StarOff size={15} /> : <Star size={15} />} disabled={isPending} aria-label={t(isDefault ? 'default.unmarkNamed' : 'default.markNamed', { name })}
              title={t(isDefault ? 'default.unmark' : 'default.mark')} onClick={onDefault}
            />
            <Button type="text" size="small" icon={<PenLine size={15} />} disabled={isPending} aria-label={t('renameNamed', { name })} title={t('rename')} onClick={onRename} />
            <Button type="text" size="small" icon={<Trash2 size={15} />} disabled={isPending} aria-label={t('removeNamed', { name })} title={t('remove')} onClick={onRemove} />
          </>
        )}
      </td>
    </tr>
  )
}
