/** The rail: the parts of the app that work, the current one marked. */
import { Link, useLocation } from '@tanstack/react-router'
import { ArrowLeftRight, BookOpenText, DoorOpen, Gauge, LayoutDashboard, Lightbulb, Medal, PackageCheck, PackageOpen, Presentation, Settings, Trash2, Wrench, type LucideIcon } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { listedTypes, type ListedType } from '#shared/model/recordTypes'
import styles from './Rail.module.css'

const icons: Readonly<Record<ListedType, LucideIcon>> = { case: BookOpenText, experience: Lightbulb, tool: Wrench, product: PackageCheck, meeting: Presentation, activity: ArrowLeftRight, benchmark: Medal, assessment: Gauge }

/** `currentType` keeps the library of an open record marked. */
export const Rail = ({ hasLibrary, currentType }: { hasLibrary: boolean, currentType: ListedType | undefined }) => {
  const { t } = useTranslation(['app', 'common'])
  const { pathname } = useLocation()
  const onSettings = pathname.startsWith('/settings')
  return (
    <nav className={styles.rail} aria-label={t('rail')}>
      {hasLibrary && <RailLink to="/workbench" icon={LayoutDashboard} label={t('workbench')} current={pathname === '/workbench'} />}
      {hasLibrary && listedTypes.map((type) => {
        const Icon = icons[type]
        const current = type === currentType
        return (
          <Link key={type} to="/library/$type" params={{ type }} className={styles.item} aria-current={current ? 'page' : undefined} title={t(`common:library.${type}`)}>
            <Icon size={20} strokeWidth={current ? 2 : 1.6} aria-hidden="true" /><span>{t(`common:library.${type}`)}</span>
          </Link>
        )
      })}
      {hasLibrary && <RailLink to="/packages" icon={PackageOpen} label={t('packages')} current={pathname.startsWith('/packages')} />}
      {!hasLibrary && <RailLink to="/" icon={DoorOpen} label={t('start')} current={!onSettings} />}
      <span className={styles.gap} />
      {hasLibrary && <RailLink to="/trash" icon={Trash2} label={t('trash')} current={pathname === '/trash'} />}
      <RailLink to="/settings" icon={Settings} label={t('settings')} current={onSettings} />
    </nav>
  )
}

interface RailLinkProps { to: '/' | '/workbench' | '/packages' | '/trash' | '/settings', icon: LucideIcon, label: string, current: boolean }

const RailLink = ({ to, icon: Icon, label, current }: RailLinkProps) => (
  <Link to={to} className={styles.item} title={label} aria-current={current ? 'page' : undefined}>
    <Icon size={20} strokeWidth={current ? 2 : 1.6} aria-hidden="true" /><span>{label}</span>
  </Link>
)
