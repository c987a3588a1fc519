/** The flow chart as a file; of a restricted product it is asked first, as of every file that leaves. */
import { useMutation, type UseMutationResult } from '@tanstack/react-query'
import { App } from 'antd'
import { useTranslation } from 'react-i18next'
import { saveBlob } from '#renderer/client/files'
import { useErrorDialog } from '#renderer/ui/states/useErrorDialog'
import type { FlowChart } from '#shared/model/product/flow'
import type { RecordContent } from '#shared/model/record'
import { fileNameOf } from '#shared/text/fileName'
import { flowSvg, svgToPng } from './flowPicture'

export type PictureKind = 'png' | 'svg'

export const useExportFlow = ({ title, confidentiality }: Pick<RecordContent, 'title' | 'confidentiality'>, chart: FlowChart): UseMutationResult<void, Error, PictureKind> => {
  const { t } = useTranslation(['product', 'common'])
  const { modal, message } = App.useApp()
  const showError = useErrorDialog()
  const mayLeave = (): Promise<boolean> => (confidentiality !== 'restricted' ? Promise.resolve(true) : new Promise((resolve) => {
    modal.confirm({
      icon: null, title: t('flow.restricted.title'), content: t('flow.restricted.text', { title }), okText: t('flow.restricted.ok'), cancelText: t('common:cancel'), onOk: () => resolve(true), onCancel: () => resolve(false),
    })
  }))
  return useMutation({
    mutationFn: async (kind: PictureKind) => {
      if (!await mayLeave()) return
      const svg = flowSvg(chart, { yes: t('flow.yes'), no: t('flow.no'), title })
      const name = fileNameOf(`${title} ${t('flow.title')}`, t('flow.title'), kind)
      saveBlob(kind === 'png' ? await svgToPng(svg) : new Blob([svg], { type: 'image/svg+xml' }), name)
      void message.success(t('flow.exported', { name }))
    },
    onError: (error) => { showError(error, t('flow.notExported')) },
  })
}
