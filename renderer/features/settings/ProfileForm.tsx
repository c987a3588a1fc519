/** Who works here: declared, written into every revision, never checked. It saves itself, and says whether it did. */
import { Form, Input } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import { SaveState } from '#renderer/ui/states/SaveState'
import type { Profile } from '#shared/model/settings'
import styles from './SettingsPage.module.css'
import { useSavedProfile } from './useSavedProfile'

const fields = ['name', 'unit', 'role'] as const

export const ProfileForm = ({ profile }: { profile: Profile }) => {
  const { t } = useTranslation('settings')
  const id = useId()
  const { typed, type, flush, saving, error } = useSavedProfile(profile)
  return (
    <Form className={styles.form} colon={false} labelAlign="left" labelCol={{ flex: '112px' }} wrapperCol={{ flex: '360px' }} onFinish={flush}>
      {fields.map((field) => (
        <Form.Item key={field} label={t(`fields.${field}`)} htmlFor={`${id}-${field}`}>
          <Input
            id={`${id}-${field}`} maxLength={100} placeholder={t(`examples.${field}`)} value={typed[field]}
            onChange={(event) => { type({ [field]: event.target.value }) }} onBlur={flush} onPressEnter={flush}
          />
        </Form.Item>
      ))}
      <div className={styles.save}>{saving ? <SaveState saving={saving} /> : <span className={styles.mono}>{t('savesItself')}</span>}</div>
      {error && <ErrorPanel error={error} what={t('profileNotSaved')} onRetry={flush} />}
    </Form>
  )
}
