/** What is known of a document before it leaves: its name, how long it is, what is missing here, what was adjusted. */
import { useTranslation } from 'react-i18next'
import { formatCount } from '#renderer/ui/format'
import { useLanguage } from '#renderer/ui/useLanguage'
import type { DocumentPreview, ExportWarning } from '#shared/contract/documents'
import styles from '../documents.module.css'
import { FacesNote } from '../faces/FacesNote'
import { usePresetName } from '../presets/usePresetName'
import { hasPages, type Choice } from './choice'
import { WarningList } from './WarningList'

/** `name` is that of the file, empty where there is none or it is not known yet. */
interface FactsProps { choice: Choice; name: string; preview: DocumentPreview | undefined; pages: number | undefined; slides: number | undefined; warnings: readonly ExportWarning[] }

export const Facts = ({ choice: { form }, name, preview, pages, slides, warnings }: FactsProps) => {
  const { t } = useTranslation('documents')
  const language = useLanguage()
  const presetName = usePresetName()
  const lines: readonly (readonly [string, string])[] = [
    ...(name === '' ? [] : [[t('facts.name'), name] as const]),
    ...(hasPages(form) && pages !== undefined ? [[t('facts.pages'), t('facts.pageCount', { count: pages, shown: formatCount(pages, language) })] as const] : []),
    ...(form === 'slides' && slides !== undefined ? [[t('facts.slides'), t('facts.slideCount', { count: slides, shown: formatCount(slides, language) })] as const] : []),
    ...(hasPages(form) && preview ? [[t('facts.preset'), `${presetName(preview.preset)}　${preview.preset.page.paper}`] as const] : []),
  ]
  const isKnown = hasPages(form) || form === 'web' ? preview !== undefined : form === 'slides' && slides !== undefined
  return (
    <>
      <dl className={styles.lines}>{lines.map(([label, value]) => <div key={label}><dt>{label}</dt><dd>{value}</dd></div>)}</dl>
      {hasPages(form) && preview && <FacesNote faces={preview.faces} />}
      {isKnown && <WarningList warnings={warnings} none={t('nothingAdjusted')} />}
    </>
  )
}
