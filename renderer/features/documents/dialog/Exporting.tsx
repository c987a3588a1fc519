/** A document before it leaves: what it is to be, what it will look like, what should be known of it, and one button that lets it out. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Drawer } from 'antd'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCapabilities } from '#renderer/client/hostCapabilities'
import { api } from '#renderer/client/queries'
import { useReturnFocus } from '#renderer/ui/useReturnFocus'
import { fileNameOf } from '#shared/text/fileName'
import styles from '../documents.module.css'
import type { ExportWish } from '../exportRequest'
import { MadeDocument } from '../leave/MadeDocument'
import { refusedRecords, type NamedRecord } from '../leave/refused'
import { noteExported, useLeaving } from '../leave/useLeaving'
import { PreviewPane } from '../preview/PreviewPane'
import { usePages } from '../preview/usePages'
import { Choices } from './Choices'
import { choiceOf, hasPages, leavingChoice, lookOf, type Choice } from './choice'
import { Facts } from './Facts'
import { extensions, useSuggestedName } from './fileName'
import { LeaveButton } from './LeaveButton'
import { RestrictedConfirm } from './RestrictedConfirm'

const fresh = { staleTime: 0, gcTime: 0 } as const

export const Exporting = ({ wish, onClose }: { wish: ExportWish; onClose: () => void }) => {
  const { t } = useTranslation('documents')
  useReturnFocus()
  const [chosen, setChosen] = useState<Choice>(() => choiceOf(wish))
  const [isBack, setIsBack] = useState(false)
  const [confirmed, setConfirmed] = useState(false)
  const [refused, setRefused] = useState<readonly NamedRecord[]>([])
  const [jobId, setJobId] = useState<string>()
  const choice = leavingChoice(chosen)
  const { form, source } = choice
  const capabilities = useCapabilities()
  const language = useQuery(api.library.current.queryOptions()).data?.library.language ?? 'zh-CN'
  const preview = useQuery({ ...api.documents.preview.queryOptions({ input: { source, look: lookOf(choice) }, enabled: hasPages(form) || form === 'web' }), ...fresh, placeholderData: keepPreviousData })
  const deck = useQuery({ ...api.documents.deck.queryOptions({ input: { source }, enabled: form === 'slides' }), ...fresh })
  const pages = usePages(hasPages(form) ? preview.data : undefined, language)
  const known = form === 'slides' ? deck : preview
  const shown = hasPages(form) || form === 'web' || form === 'slides' ? known : undefined
  const restricted = [...new Map([...shown?.data?.restricted ?? [], ...refused].map((each) => [each.id, each])).values()]
  const isReady = !hasPages(form) || (pages.isCurrent && !preview.isPlaceholderData)
  const name = useSuggestedName(choice, { preview: preview.data, deck: deck.data })
  // On the desktop Markdown is a folder that is chosen, and printing makes no file.
  const isFile = form !== 'print' && !(form === 'markdown' && capabilities?.nativeDialogs)
  const leaving = useLeaving({ choice, list: wish.list, name: name || t('fileName'), preview: preview.data, laidOut: pages.laidOut, allowRestricted: confirmed })
  const choose = (next: Choice): void => { leaving.reset(); setJobId(undefined); setRefused([]); setConfirmed(false); setIsBack(false); setChosen(next) }
  const leave = (): void => {
    leaving.mutate(undefined, {
      onSuccess: (left) => { if (left && 'jobId' in left) setJobId(left.jobId) },
      onError: (error) => { setRefused(refusedRecords(error)) },
    })
  }
  const made = useCallback(() => { noteExported(choice) }, [choice])
  const back = useCallback(() => { setIsBack(true); setJobId(undefined) }, [])
  const refuse = useCallback((records: readonly NamedRecord[]) => { setRefused(records); setConfirmed(false); setJobId(undefined) }, [])
  return (
    <Drawer open onClose={onClose} size="100%" title={t('title')} classNames={{ body: styles.body ?? '' }} destroyOnHidden>
      <div className={styles.dialog}>
        <div className={styles.side}><Choices wish={wish} choice={chosen} onChoose={choose} onClose={onClose} /></div>
        <div className={styles.middle}>
          <PreviewPane form={form} source={source} list={wish.list} preview={preview.data} pages={pages} deck={deck.data?.deck} error={shown?.error ?? pages.error} onRetry={() => { void shown?.refetch() }} />
        </div>
        <div className={styles.end}>
          {jobId === undefined ? <>
            <div className={styles.facts}>
              {restricted.length > 0 && <RestrictedConfirm records={restricted} confirmed={confirmed} takesFocus={refused.length > 0} onConfirm={setConfirmed} />}
              <Facts choice={choice} name={isFile && name !== '' ? fileNameOf(name, t('fileName'), extensions[form]) : ''} preview={preview.data} pages={pages.isCurrent ? pages.laidOut?.pages.length : undefined} slides={deck.data?.deck.slides.length} warnings={shown?.data?.warnings ?? []} />
            </div>
            <LeaveButton form={form} isDisabled={!isReady || (restricted.length > 0 && !confirmed)} leaving={leaving} hidesError={refusedRecords(leaving.error).length > 0} takesFocus={isBack} onLeave={leave} />
          </> : <MadeDocument jobId={jobId} onMade={made} onRestricted={refuse} onBack={back} onClose={onClose} />}
        </div>
      </div>
    </Drawer>
  )
}
