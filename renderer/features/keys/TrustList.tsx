/** Whom the library trusts, by unit: added from a card, revoked with a reason, or taken off the list. */
import { IdCard, ShieldCheck, ShieldX } from 'lucide-react'
import { useMutation } from '@tanstack/react-query'
import { Button, Input, Modal, Popconfirm } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { core } from '#renderer/client/client'
import { formatMoment } from '#renderer/ui/format'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import { SkeletonRows } from '#renderer/ui/states/SkeletonRows'
import { useErrorDialog } from '#renderer/ui/states/useErrorDialog'
import type { TrustedKey } from '#shared/model/keys'
import { Fingerprint } from './Fingerprint'
import { TrustDialog } from './TrustDialog'
import { useReadCard, useTrusted } from './useKeys'
import styles from './keys.module.css'

export const TrustList = ({ readOnly }: { readOnly: boolean }) => {
  const { t } = useTranslation('keys')
  const trusted = useTrusted()
  const card = useReadCard()
  const [revoking, setRevoking] = useState<TrustedKey>()
  const add = <Button icon={<IdCard size={15} />} disabled={readOnly} loading={card.isPending} onClick={() => { card.mutate() }}>{t('trust.add')}</Button>
  return (
    <section className={styles.card} aria-labelledby="trusted-keys">
      <h2 id="trusted-keys">{t('trust.listTitle')}</h2>
      <p className={styles.text}>{t('trust.listText')}{readOnly && t('trust.readOnly')}</p>
      {trusted.isPending && <SkeletonRows rows={3} />}
      {trusted.isError && <ErrorPanel error={trusted.error} what={t('trust.notRead')} onRetry={() => void trusted.refetch()} />}
      {trusted.data?.length === 0 && <p className={styles.hint}>{t('trust.empty')}</p>}
      {trusted.data && trusted.data.length > 0 && (
        <ul className={styles.list} aria-label={t('trust.listTitle')}>
          {trusted.data.map((key) => <Trusted key={key.id} trusted={key} readOnly={readOnly} onRevoke={() => { setRevoking(key) }} />)}
        </ul>
      )}
      <div className={styles.buttons}>{add}</div>
      {card.data && <TrustDialog library={card.data.library} keys={card.data.keys} fingerprint={card.data.known.fingerprint} onClose={card.reset} />}
      {revoking && <RevokeDialog trusted={revoking} onClose={() => { setRevoking(undefined) }} />}
    </section>
  )
}

const Trusted = ({ trusted, readOnly, onRevoke }: { trusted: TrustedKey; readOnly: boolean; onRevoke: () => void }) => {
  const { t } = useTranslation(['keys', 'common'])
  const showError = useErrorDialog()
  const { id, unit, library, fingerprint, addedAt, by, note, revokedAt, revokedReason } = trusted
  const forget = useMutation({ mutationFn: async () => core.keys.forget({ id }), onError: (error) => { showError(error, t('trust.notForgotten')) } })
  const Icon = revokedAt === null ? ShieldCheck : ShieldX
  return (
    <li className={styles.trusted} data-revoked={revokedAt !== null}>
      <Icon size={18} aria-hidden="true" />
      <div>
        <p className={styles.unit}>{unit}<span>{library.name}</span></p>
        <Fingerprint value={fingerprint} label={t('trust.fingerprintOf', { unit })} />
        <p className={styles.hint}>
          {revokedAt === null
            ? t('trust.added', { at: formatMoment(addedAt), by: by.name || '—' })
            : t('trust.revoked', { at: formatMoment(revokedAt), reason: revokedReason })}
          {note !== '' && <span>{note}</span>}
        </p>
      </div>
      {!readOnly && (
        <div className={styles.actions}>
          {revokedAt === null && <Button size="small" danger onClick={onRevoke} aria-label={t('trust.revokeOf', { unit })}>{t('trust.revoke')}</Button>}
          <Popconfirm title={t('trust.forgetTitle', { unit })} description={t('trust.forgetText')} okText={t('trust.forget')} cancelText={t('common:cancel')} onConfirm={() => { forget.mutate() }}>
            <Button size="small" type="text" loading={forget.isPending} aria-label={t('trust.forgetOf', { unit })}>{t('trust.forget')}</Button>
          </Popconfirm>
        </div>
      )}
    </li>
  )
}

const RevokeDialog = ({ trusted: { id, unit }, onClose }: { trusted: TrustedKey; onClose: () => void }) => {
  const { t } = useTranslation(['keys', 'common'])
  const [reason, setReason] = useState('')
  const revoke = useMutation({ mutationFn: async () => core.keys.revoke({ id, reason }), onSuccess: onClose })
  return (
    <Modal
      open width={480} title={t('revoke.title', { unit })} onCancel={onClose} cancelText={t('common:cancel')} okText={t('trust.revoke')}
      okButtonProps={{ danger: true, disabled: reason.trim() === '', loading: revoke.isPending }} onOk={() => { revoke.mutate() }}
    >
      <div className={styles.dialog}>
        <p>{t('revoke.text')}</p>
        <div className={styles.fields}>
          <label htmlFor="revoke-reason">{t('revoke.reason')}</label>
          <Input id="revoke-reason" autoFocus maxLength={500} value={reason} placeholder={t('revoke.example')} onChange={(event) => { setReason(event.target.value) }} />
        </div>
        {revoke.isError && <ErrorPanel error={revoke.error} what={t('revoke.notDone')} />}
      </div>
    </Modal>
  )
}
