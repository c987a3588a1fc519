/** The start page of an empty library: what can be done first. */
import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { BookOpenText, FileDown, PenLine, type LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { core } from '#renderer/client/client'
import { ImportButton } from '#renderer/features/imports'
import { useNavigation } from '#renderer/ui/navigation'
import { useErrorDialog } from '#renderer/ui/states/useErrorDialog'
import styles from './Workbench.module.css'

const Step = ({ icon: Icon, title, text, action }: { icon: LucideIcon; title: string; text: string; action: ReactNode }) => (
  <li className={styles.step}>
    <Icon size={20} aria-hidden="true" />
    <div><h3>{title}</h3><p>{text}</p></div>
    {action}
  </li>
)

export const FirstSteps = ({ canWrite }: { canWrite: boolean }) => {
  const { t } = useTranslation('workbench')
  const { openRecord, openWelcome } = useNavigation()
  const showError = useErrorDialog()
  const create = useMutation({
    mutationFn: () => core.records.create({ type: 'case', content: { title: t('first.untitled') } }),
    onSuccess: ({ id }) => { openRecord(id, { edit: true }) },
    onError: (error) => { showError(error, t('first.notCreated')) },
  })
  return (
    <section className={styles.first} aria-labelledby="first-title">
      <h2 id="first-title">{t('first.title')}</h2>
      <p>{t('first.text')}</p>
      <ol>
        {canWrite && <>
          <Step icon={FileDown} title={t('first.import.title')} text={t('first.import.text')} action={<ImportButton type="case" primary />} />
          <Step icon={PenLine} title={t('first.write.title')} text={t('first.write.text')} action={<Button loading={create.isPending} onClick={() => { create.mutate() }}>{t('first.write.action')}</Button>} />
        </>}
        <Step icon={BookOpenText} title={t('first.sample.title')} text={t('first.sample.text')} action={<Button onClick={openWelcome}>{t('first.sample.action')}</Button>} />
      </ol>
    </section>
  )
}
