/** Settings: a list of parts at the side, one of them beside it. What belongs to a library needs one that is open. */
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/client/queries'
import { DocumentStylesPart, SlideThemePart } from '#renderer/features/documents'
import { KeysPart } from '#renderer/features/keys'
import { TemplatesPart } from '#renderer/features/templates'
import type { SettingsPart } from '#renderer/ui/navigation'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import { SkeletonRows } from '#renderer/ui/states/SkeletonRows'
import type { OpenLibrary } from '#shared/contract/library'
import { AboutApp } from './AboutApp'
import { BackupCard } from './BackupCard'
import { CustomFieldsPart } from './custom-fields/CustomFieldsPart'
import { LibraryInfo } from './LibraryInfo'
import { LookCard } from './LookCard'
import { ProfileCard } from './profile/ProfileCard'
import { SettingsCard } from './SettingsCard'
import { SettingsNav } from './SettingsNav'
import styles from './SettingsPage.module.css'
import { SynonymCard } from './synonyms/SynonymCard'
import { UnitsPart } from './units/UnitsPart'
import { WordsPart } from './words/WordsPart'

export const SettingsPage = ({ part }: { part: SettingsPart }) => (
  <div className={styles.page}>
    <SettingsNav part={part} />
    <div className={styles.content}><Part part={part} /></div>
  </div>
)

const Cards = ({ children }: { children: ReactNode }) => <div className={styles.cards}>{children}</div>

const Part = ({ part }: { part: SettingsPart }) => {
  switch (part) {
    case 'me': return <Cards><ProfileCard /></Cards>
    case 'look': return <Cards><LookCard /></Cards>
    case 'about': return <Cards><AboutApp /></Cards>
    case 'library': return <Cards><LibraryInfo /></Cards>
    default: return <LibraryPart part={part} />
  }
}

interface LibraryPartProps { part: Exclude<SettingsPart, 'me' | 'look' | 'about' | 'library'> }

const LibraryPart = ({ part }: LibraryPartProps) => {
  const { t } = useTranslation(['settings', 'backup'])
  const current = useQuery(api.library.current.queryOptions())
  if (current.isError) return <Cards><ErrorPanel error={current.error} onRetry={() => void current.refetch()} /></Cards>
  if (current.isPending) return <SkeletonRows rows={6} />
  if (!current.data) return <Cards><SettingsCard title={t(`parts.${part}`)} text={t(part === 'backup' ? 'backup:noLibrary' : 'needsLibrary')}>{null}</SettingsCard></Cards>
  return <Opened key={current.data.library.id} part={part} open={current.data} />
}

const Opened = ({ part, open }: LibraryPartProps & { open: OpenLibrary }) => {
  const readOnly = open.readOnly !== null
  switch (part) {
    case 'units': return <UnitsPart readOnly={readOnly} />
    case 'templates': return <TemplatesPart readOnly={readOnly} />
    case 'documents': return <DocumentStylesPart readOnly={readOnly} />
    case 'slides': return <SlideThemePart readOnly={readOnly} />
    case 'keys': return <KeysPart readOnly={readOnly} />
    case 'customFields': return <CustomFieldsPart readOnly={readOnly} />
    case 'synonyms': return <Cards><SynonymCard readOnly={readOnly} /></Cards>
    case 'backup': return <Cards><BackupCard readOnly={readOnly} /></Cards>
    default: return <WordsPart key={part} kind={part} readOnly={readOnly} />
  }
}
