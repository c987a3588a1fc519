/** Who works here: declared, written into every revision, never checked. */
import { Button, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Profile } from '#shared/model/settings'
import styles from './SettingsPage.module.css'

interface ProfileFormProps { profile: Profile, saving: boolean, saved: boolean, onSave: (profile: Profile) => void }
interface Fields { name: string, unit: string, role: string }

export const ProfileForm = ({ profile, saving, saved, onSave }: ProfileFormProps) => {
  const { t } = useTranslation('settings')
  const [form] = Form.useForm<Fields>()
  const typed = Form.useWatch([], form) as Partial<Fields> | undefined
  const fields = ['name', 'unit', 'role'] as const
  const changed = typed !== undefined && fields.some((field) => (typed[field] ?? '').trim() !== profile[field])
  const save = (values: Fields) => {
    onSave({ ...profile, name: values.name.trim(), unit: values.unit.trim(), role: values.role.trim() })
  }
  return (
    <Form
      form={form} className={styles.form} colon={false} labelAlign="left" labelCol={{ flex: '112px' }} wrapperCol={{ flex: '360px' }}
      initialValues={{ name: profile.name, unit: profile.unit, role: profile.role }} onFinish={save}
    >
      {fields.map((field) => (
        <Form.Item key={field} name={field} label={t(`fields.${field}`)}><Input maxLength={100} placeholder={t(`examples.${field}`)} /></Form.Item>
      ))}
      <div className={styles.save}>
        <Button type="primary" htmlType="submit" disabled={!changed} loading={saving}>{t('saveProfile')}</Button>
        {saved && !changed && <span className={styles.saved} role="status">{t('saved')}</span>}
      </div>
    </Form>
  )
}
