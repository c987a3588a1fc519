/** The way to a new record: from the template that is the default where one works, else blank with its type's sections; the menu has all of them, those of one's own unit first. */
import { Button, Dropdown, Space, type MenuProps } from 'antd'
import { ChevronDown, LayoutTemplate, Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Tag } from '#renderer/ui/marks/Tag'
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
  const { fitting, others, byDefault } = useOfferedTemplates(free)
  const create = useNewFromTemplate()
  const look = { type: primary ? 'primary' as const : 'default' as const }
  const button = { ...look, icon: <Plus size={15} />, loading: isPending || create.isPending }
  const blank = <Button {...button} onClick={onBlank}>{t(`library-list:create.${type}`)}</Button>
  if (!free) return blank
  const item = ({ id, name, unit }: TemplateEntry) => ({
    key: id, icon: <LayoutTemplate size={15} />, onClick: () => { create.mutate(id) },
    label: <span className={styles.offered}><span className={styles.offeredName}>{name}</span>{id === byDefault?.id && <Tag>{t('default.tag')}</Tag>}<span className={styles.offeredUnit}>{unit === '' ? t('everyUnit') : unit}</span></span>,
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
      {byDefault ? (
        <Button {...button} title={t('default.begins', { name: byDefault.name })} onClick={() => { create.mutate(byDefault.id) }}>
          <span className={styles.begun}>{t(`library-list:create.${type}`)}<span className={styles.beginning}>{t('default.named', { name: byDefault.name })}</span></span>
        </Button>
      ) : blank}
      <Dropdown menu={{ items, className: styles.menu ?? '' }} trigger={['click']} placement="bottomRight">
        <Button {...look} icon={<ChevronDown size={15} />} aria-haspopup="menu" aria-label={t('menu.fitting')} title={t('menu.fitting')} />
      </Dropdown>
    </Space.Compact>
  )
}
