/** A style as it looks on a page, while it is changed. */
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { useLanguage } from '#renderer/ui/useLanguage'
import type { DocumentPreset } from '#shared/model/document/preset'
import { PagesView } from '../preview/PagesView'
import { usePages } from '../preview/usePages'
import { samplePreview } from './sample'
import styles from './presets.module.css'

/** Texts hold no rows: each cell has a name. */
const Row = z.record(z.string(), z.string()).transform(Object.values<string>)

const SampleWords = z.object({
  title: z.string(), heading1: z.string(), heading2: z.string(), heading3: z.string(), text: z.string(), caption: z.string(), columns: Row, rows: z.record(z.string(), Row).transform(Object.values<string[]>), mark: z.string(), header: z.string(),
})

export const SamplePage = ({ preset }: { preset: DocumentPreset }) => {
  const { t } = useTranslation('documents')
  const language = useLanguage()
  const preview = useMemo(() => samplePreview(preset, SampleWords.parse(t('sample', { returnObjects: true }))), [preset, t])
  const { laidOut } = usePages(preview, language)
  return <div className={styles.sample}>{laidOut && <PagesView laidOut={laidOut} page={preview.page} label={t('style.sample')} />}</div>
}
