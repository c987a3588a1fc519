/**
 * Who works here: declared, written into every revision, never checked. It saves itself, and says whether it did. People and units of the
 * open library are offered; whoever is chosen brings unit and role along.
 */
import { useQuery } from '@tanstack/react-query'
import { AutoComplete, Form } from 'antd'
import { TriangleAlert } from 'lucide-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/client/queries'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import { SaveState } from '#renderer/ui/states/SaveState'
import type { LibraryFile } from '#shared/model/library'
import type { Profile } from '#shared/model/settings'
import { toRows } from '#shared/model/vocabularies/rows'
import styles from '../SettingsPage.module.css'
import { useSavedProfile } from './useSavedProfile'

const fields = ['name', 'unit', 'role'] as const
type Field = (typeof fields)[number]

const contains = (typed: string, option: { value: string } | undefined): boolean => option?.value.includes(typed) ?? false
const toOptions = (values: readonly (string | undefined)[]) => [...new Set(values)].flatMap((value) => (value === undefined || value === '' ? [] : [{ value }]))

const optionsOf = ({ vocabularies }: LibraryFile): Readonly<Record<Field, { value: string }[]>> => ({
  name: toOptions(vocabularies.people.map(({ name }) => name)),
  unit: toOptions(toRows(vocabularies, 'units').map(({ own }) => own.name)),
  role: toOptions(vocabularies.people.map(({ role }) => role)),
})

export const ProfileForm = ({ profile }: { profile: Profile }) => {
  const { t } = useTranslation('settings')
  const id = useId()
  const { typed, type, flush, saving, error } = useSavedProfile(profile)
  const { data: open } = useQuery(api.library.current.queryOptions())
  const options = open ? optionsOf(open.library) : undefined
  const choose = (name: string): void => {
    const person = open?.library.vocabularies.people.find((each) => each.name === name)
    type({ name, ...person?.unit !== undefined && { unit: person.unit }, ...person?.role !== undefined && { role: person.role } })
  }
  return (
    <Form className={styles.form} colon={false} labelAlign="left" labelCol={{ flex: '112px' }} wrapperCol={{ flex: '360px' }} onFinish={flush}>
      {fields.map((field) => (
        <Form.Item key={field} label={t(`fields.${field}`)} htmlFor={`${id}-${field}`}>
          <AutoComplete
            id={`${id}-${field}`} maxLength={100} placeholder={t(`examples.${field}`)} value={typed[field]} options={options?.[field] ?? []} showSearch={{ filterOption: contains }}
            onChange={(next: string | undefined) => { type({ [field]: next ?? '' }) }} onSelect={(value) => { if (field === 'name' && value !== undefined) choose(value) }} onBlur={flush}
          />
        </Form.Item>
      ))}
      {typed.name.trim() === '' && <p className={styles.missing} role="status"><TriangleAlert size={15} aria-hidden="true" />{t('nameMissing')}</p>}
      <div className={styles.save}>{saving ? <SaveState saving={saving} /> : <span className={styles.mono}>{t('savesItself')}</span>}</div>
      {error && <ErrorPanel error={error} what={t('profileNotSaved')} onRetry={flush} />}
    </Form>
  )
}
