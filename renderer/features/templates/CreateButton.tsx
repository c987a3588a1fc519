/** The way to a new record: blank with its type's sections, or from a template, those of one's own unit first. */
import { Button, Dropdown, Space, type MenuProps } from 'antd'
import { ChevronDown, LayoutTemplate, Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useNavigation } from '#renderer/ui/navigation'
import type { TemplateEntry } from '#shared/contract/templates'
import { FreeType, type ListedType } from '#shared/model/recordTypes'
import { useNewFromTemplate } from './useNewFromTemplate'
import { useOfferedTemplates } from './useTemplates'
import styles from './templates.module.css'

interface CreateButtonProps {
  type: ListedType
  primary: boolean
  isPending: boolean
  /** Makes a blank one. */
  onBlank: () => void
}

export const CreateButton = ({ type, primary, isPending, onBlank }: CreateButtonProps) => {
  const { t } = useTranslation(['templates', 'library-list'])
  const { openSettings } = useNavigation()
  const free = FreeType.safeParse(type).data
  const { fitting, others } = useOfferedTemplates(free)
  const create = useNewFromTemplate()
  const look = { type: primary ? 'primary' as const : 'default' as const }
  const blank = <Button {...look} icon={<Plus size={15} />} loading={isPending || create.isPending} onClick={onBlank}>{t(`library-list:create.${type}`)}</Button>
  if (!free) return blank
  const item = ({ id, name, unit }: TemplateEntry) => ({
    key: id, icon: <LayoutTemplate size={15} />, onClick: () => { create.mutate(id) },
    label: <span className={styles.offered}><span className={styles.offeredName}>{name}</span><span className={styles.offeredUnit}>{unit === '' ? t('everyUnit') : unit}</span></span>,
  })
  const groups = [{ key: 'fitting', label: t('menu.fitting'), of: fitting }, { key: 'others', label: t('menu.others'), of: others }]
  const items: MenuProps['items'] = [
    { key: 'blank', icon: <Plus size={15} />, label: t('menu.blank'), onClick: onBlank },
    ...groups.filter(({ of }) => of.length > 0).map(({ key, label, of }) => ({ type: 'group' as const, key, label, children: of.map(item) })),
    { type: 'divider' as const },
    { key: 'manage', label: t(fitting.length + others.length > 0 ? 'menu.manage' : 'menu.howTo'), onClick: () => { openSettings('templates') } },
  ]
  return (
    <Space.Compact>
      {blank}
      <Dropdown menu={{ items, className: styles.menu ?? '' }} trigger={['click']} placement="bottomRight">
        <Button {...look} icon={<ChevronDown size={15} />} aria-haspopup="menu" aria-label={t('menu.fitting')} title={t('menu.fitting')} />
      </Dropdown>
    </Space.Compact>
  )
}
