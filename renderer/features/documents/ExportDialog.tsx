/** The dialog in which a document is looked at before it leaves, and that of what was made, mounted once. They come when they are asked for. */
import { lazy, Suspense } from 'react'
import { useExportRequest } from './exportRequest'

const Exporting = lazy(async () => ({ default: (await import('./dialog/Exporting')).Exporting }))
const MadeDialog = lazy(async () => ({ default: (await import('./leave/MadeDialog')).MadeDialog }))

export const ExportDialog = () => {
  const { wish, asked, made, close, closeMade } = useExportRequest()
  return (
    <Suspense>
      {wish && <Exporting key={asked} wish={wish} onClose={close} />}
      {made !== null && <MadeDialog key={made} jobId={made} onClose={closeMade} />}
    </Suspense>
  )
}
