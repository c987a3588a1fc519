/** The parts of the settings, the current one marked: those of this machine, those of the library, and what is about both. */
import { BookA, Building2, CircleUserRound, DatabaseBackup, FileType, FolderOpen, Info, KeyRound, LayoutTemplate, Palette, Presentation, Rows3, Shapes, Tags, Users, type LucideIcon } from 'lucide-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigation, type SettingsPart } from '#renderer/ui/navigation'
import styles from './SettingsPage.module.css'

const icons: Readonly<Record<SettingsPart, LucideIcon>> = {
  me: CircleUserRound, look: Palette, library: FolderOpen, units: Building2, fields: Shapes, tags: Tags, people: Users, synonyms: BookA, customFields: Rows3, templates: LayoutTemplate, documents: FileType, slides: Presentation,
  keys: KeyRound, backup: DatabaseBackup, about: Info,
}

const groups = [
  { name: 'machine', parts: ['me', 'look'] },
  { name: 'library', parts: ['library', 'units', 'fields', 'tags', 'people', 'synonyms', 'customFields', 'templates', 'documents', 'slides', 'keys', 'backup'] },
  { name: 'app', parts: ['about'] },
] as const satisfies readonly { name: string; parts: readonly SettingsPart[] }[]

export const SettingsNav = ({ part }: { part: SettingsPart }) => {
  const { t } = useTranslation('settings')
  const { openSettings } = useNavigation()
  const id = useId()
  return (
    <nav className={styles.side} aria-label={t('title')}>
      <h1 className={styles.title}>{t('title')}</h1>
      {groups.map(({ name, parts }) => (
        <div key={name} className={styles.group} role="group" aria-labelledby={`${id}-${name}`}>
          <span id={`${id}-${name}`} className={styles.groupName}>{t(`groups.${name}`)}</span>
          {parts.map((each) => {
            const Icon = icons[each]
            return (
              <button key={each} type="button" className={styles.part} aria-current={each === part ? 'page' : undefined} onClick={() => { openSettings(each) }}>
                <Icon size={16} strokeWidth={each === part ? 2 : 1.6} aria-hidden="true" />{t(`parts.${each}`)}
              </button>
            )
          })}
        </div>
      ))}
    </nav>
  )
}
