/** The open library also lies in another folder: whether it was moved here or is a copy. Asked until it is answered, since nothing is written before. */
import { useMutation } from '@tanstack/react-query'
import { Button, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { core } from '#renderer/client/client'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import { errorData } from '#shared/contract/errors'
import type { OpenLibrary } from '#shared/contract/library'
import { showLibrary } from './showLibrary'
import styles from './WelcomePage.module.css'

interface Fields { name: string, unitCode: string }

/** Twelve characters at most. */
const anotherCode = (code: string): string => `${code.slice(0, 11)}${code.length > 11 && code.endsWith('B') ? 'C' : 'B'}`

export const CopyQuestion = ({ library }: { library: OpenLibrary }) => {
  const { t } = useTranslation('welcome')
  const [form] = Form.useForm<Fields>()
  const [later, setLater] = useState(false)
  const settle = useMutation({ mutationFn: (answer: Parameters<typeof core.library.settleCopy>[0]) => core.library.settleCopy(answer), onSuccess: showLibrary })
  const { path, library: { name, unit }, readOnly } = library
  const copied = readOnly?.code === 'library_copied' ? errorData.library_copied.safeParse(readOnly.data).data : undefined
  if (!copied) return null
  if (later) return <div className={styles.copyLater}><Button size="small" onClick={() => { setLater(false) }}>{t('copy.ask')}</Button></div>
  return (
    <Modal open title={t('copy.title')} width={600} onCancel={() => { setLater(true) }} mask={{ closable: false }} footer={null}>
      <p>{t('copy.text')}</p>
      <dl className={styles.copyPaths}>
        <dt>{t('copy.here')}</dt><dd>{path}</dd>
        <dt>{t('copy.other')}</dt><dd>{copied.other}</dd>
      </dl>
      <section className={styles.copyChoice} aria-labelledby="copy-moved">
        <h3 id="copy-moved">{t('copy.moved')}</h3>
        <p>{t('copy.movedText')}</p>
        <Button disabled={settle.isPending} onClick={() => { settle.mutate({ answer: 'moved' }) }}>{t('copy.settleMoved')}</Button>
      </section>
      <section className={styles.copyChoice} aria-labelledby="copy-copy">
        <h3 id="copy-copy">{t('copy.copy')}</h3>
        <p>{t('copy.copyText')}</p>
        <Form form={form} layout="vertical" requiredMark={false} initialValues={{ name: t('copy.nameOffered', { name }), unitCode: anotherCode(unit.code) }} onFinish={(fields) => { settle.mutate({ answer: 'copy', ...fields }) }}>
          <Form.Item name="name" label={t('name')} rules={[{ required: true, whitespace: true, message: t('nameMissing') }]}><Input maxLength={200} /></Form.Item>
          <Form.Item
            name="unitCode" label={t('copy.unitCode')} extra={t('copy.unitCodeText')} normalize={(value: string) => value.toUpperCase()}
            rules={[{ required: true, pattern: /^[A-Z0-9]{1,12}$/, message: t('unitCodeWrong') }]}
          ><Input maxLength={12} /></Form.Item>
        </Form>
        <Button disabled={settle.isPending} onClick={() => { form.submit() }}>{t('copy.settleCopy')}</Button>
      </section>
      {settle.isError && <ErrorPanel error={settle.error} />}
    </Modal>
  )
}
