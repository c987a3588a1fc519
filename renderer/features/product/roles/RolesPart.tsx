/** The roles below the steps: who does, approves, is asked and is told. */
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { OddValue, type OpenRecord } from '#renderer/features/record'
import { useLanguage } from '#renderer/ui/useLanguage'
import { fits, rowsOf, type FieldRow } from '#shared/model/fields'
import { stepsOf } from '#shared/model/product/steps'
import { partId, productField } from '../parts'
import partStyles from '../parts.module.css'
import { RolesEditor } from './RolesEditor'
import { rolesFromSteps } from './rolesMatrix'
import { RolesTable } from './RolesTable'

interface RolesPartProps { open: OpenRecord; editing: boolean; posts: readonly string[] }

const field = productField('roles')

export const RolesPart = ({ open: { session, view: { record: { content }, bodyVersion } }, editing, posts }: RolesPartProps) => {
  const { t } = useTranslation('product')
  const language = useLanguage()
  const id = partId('roles')
  const value = content.fields.roles
  const rows = rowsOf(value)
  const isOdd = field !== undefined && !fits(field, value)
  const change = (next: readonly FieldRow[]): void => session.change({ fields: { ...session.view().record.content.fields, roles: next.length > 0 ? next : undefined } })
  const fromSteps = rolesFromSteps(stepsOf(content.fields))
  return (
    <section id={id} className={partStyles.part} aria-labelledby={`${id}-title`}>
      <header className={partStyles.head}><h2 id={`${id}-title`}>{field?.title[language]}</h2></header>
      {field && isOdd ? <OddValue field={field} value={value} onClear={editing ? () => change([]) : undefined} /> : <>
        {rows.length === 0 && (
          <div className={partStyles.empty}>
            <p>{t('roles.teach')}</p>
            {editing && fromSteps.length > 0 && <Button size="small" onClick={() => change(fromSteps)}>{t('roles.fromSteps', { count: fromSteps.length })}</Button>}
          </div>
        )}
        {editing ? <RolesEditor key={bodyVersion} rows={rows} offered={posts} onChange={change} /> : rows.length > 0 && <RolesTable rows={rows} labelledBy={`${id}-title`} />}
      </>}
    </section>
  )
}
