/** A record's fields to read; what is not given is left out, but for what every record should say. */
import { Fragment, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { PolarityIcon } from '#renderer/ui/marks/PolarityIcon'
import { Tag } from '#renderer/ui/marks/Tag'
import type { RecordContent } from '#shared/model/record'
import { hasConclusion, hasKind, hasPolarity } from './fieldRules'
import styles from './SidePanel.module.css'

export const FieldList = ({ content }: { content: RecordContent }) => {
  const { t } = useTranslation('common')
  const given = (text: string): ReactNode => (text === '' ? <span className={styles.none}>{t('notGiven')}</span> : text)
  const { polarity, conclusion = '', kind = '' } = content.fields
  const rows: readonly (readonly [string, ReactNode])[] = [
    ...(hasPolarity(content.type)
      ? [[t('field.polarity'), polarity ? <span key="polarity" className={styles.polarity}><PolarityIcon polarity={polarity} />{t(`polarity.${polarity}`)}</span> : given('')] as const]
      : []),
    ...(hasKind(content.type) ? [[t('field.kind'), given(kind)] as const] : []),
    [t('field.unit'), given(content.unit)],
    [t('field.team'), given(content.team)],
    [t('field.authors'), given(content.authors.join('　'))],
    ...(content.contact ? [[t('field.contact'), content.contact] as const] : []),
    [t('field.field'), given(content.field)],
    [t('field.date'), given(content.date)],
    [t('field.place'), given(content.place)],
    [t('field.confidentiality'), t(`confidentiality.${content.confidentiality}`)],
    [t('field.tags'), content.tags.length > 0 ? <span key="tags" className={styles.tags}>{content.tags.map((tag) => <Tag key={tag}>{tag}</Tag>)}</span> : given('')],
  ]
  const texts: readonly (readonly [string, string])[] = [
    ...(hasConclusion(content.type) ? [[t('field.conclusion'), conclusion] as const] : []),
    [t('field.summary'), content.summary],
  ]
  return (
    <>
      <dl className={styles.fields}>{rows.map(([label, value]) => <Fragment key={label}><dt>{label}</dt><dd>{value}</dd></Fragment>)}</dl>
      <dl className={styles.texts}>{texts.map(([label, text]) => text !== '' && <Fragment key={label}><dt>{label}</dt><dd>{text}</dd></Fragment>)}</dl>
    </>
  )
}
