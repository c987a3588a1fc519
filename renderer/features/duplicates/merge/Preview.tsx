/** What the record will be: its title, what else it says of itself, and its text. */
import { useTranslation } from 'react-i18next'
import { attachmentUrl } from '#renderer/client/files'
import { BodyView } from '#renderer/editor'
import { TypeMark } from '#renderer/ui/marks/TypeMark'
import { useNavigation } from '#renderer/ui/navigation'
import { saysNothing } from '#shared/model/fields'
import type { EditableContent } from '#shared/model/record'
import type { RecordType } from '#shared/model/recordTypes'
import { useFieldTexts } from './useFieldTexts'
import styles from './merge.module.css'

const plain = ['summary', 'unit', 'team', 'authors', 'field', 'tags', 'date', 'place', 'contact', 'confidentiality', 'links', 'attachments'] as const

/** `pictureUrl`: where pictures are, if not all of them are here. */
interface PreviewProps { type: RecordType; content: EditableContent; pictureUrl?: (sha256: string) => string }

export const Preview = ({ type, content, pictureUrl = attachmentUrl }: PreviewProps) => {
  const { t } = useTranslation('duplicates')
  const { openRecord } = useNavigation()
  const { labelOf, textOf } = useFieldTexts(type, [content.links])
  const values: [string, unknown][] = [
    ...plain.map((key): [string, unknown] => [key, content[key]]),
    ...Object.entries(content.fields ?? {}).map(([key, value]): [string, unknown] => [`fields.${key}`, value]),
    ...Object.entries(content.custom ?? {}).map(([key, value]): [string, unknown] => [`custom.${key}`, value]),
  ]
  return (
    <article className={styles.preview} aria-label={t('mergePage.preview')}>
      <h2><TypeMark type={type} size={24} /><bdi>{content.title}</bdi></h2>
      <dl>
        {values.filter(([, value]) => !saysNothing(value)).map(([key, value]) => <div key={key}><dt>{labelOf(key)}</dt><dd dir="auto">{textOf(key, value)}</dd></div>)}
      </dl>
      {content.body && <BodyView body={content.body} attachmentUrl={pictureUrl} onOpenRecord={openRecord} />}
    </article>
  )
}
