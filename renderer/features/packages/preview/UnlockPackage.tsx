/** Asks for the passphrase of an encrypted package, and opens it anew with it. */
import { LockKeyhole } from 'lucide-react'
import { useMutation } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { core } from '#renderer/client/client'
import { useNavigation } from '#renderer/ui/navigation'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import styles from './signature.module.css'

export const UnlockPackage = ({ path, wrong }: { path: string; wrong: boolean }) => {
  const { t } = useTranslation('keys')
  const { openPackage } = useNavigation()
  const id = useId()
  const [passphrase, setPassphrase] = useState('')
  const open = useMutation({ mutationFn: async () => core.packages.open({ path, passphrase }), onSuccess: ({ jobId }) => { openPackage(jobId) } })
  return (
    <form className={styles.unlock} onSubmit={(event) => { event.preventDefault(); if (passphrase !== '') open.mutate() }}>
      <span className={styles.lock}><LockKeyhole size={22} aria-hidden="true" /></span>
      <h1>{t('unlock.title')}</h1>
      <p className={styles.file}>{path.split(/[\\/]/).at(-1)}</p>
      <p>{t('unlock.text')}</p>
      <label htmlFor={id}>{t('unlock.passphrase')}</label>
      <Input.Password
        id={id} autoFocus autoComplete="off" maxLength={500} value={passphrase} status={wrong && passphrase === '' ? 'error' : ''} aria-describedby={`${id}-wrong`}
        onChange={(event) => { setPassphrase(event.target.value) }}
      />
      <p id={`${id}-wrong`} className={styles.wrong} role="status">{wrong && passphrase === '' ? t('unlock.wrong') : ''}</p>
      {open.isError && <ErrorPanel error={open.error} what={t('unlock.notOpened')} />}
      <Button type="primary" htmlType="submit" disabled={passphrase === ''} loading={open.isPending}>{t('unlock.open')}</Button>
    </form>
  )
}
