/** The end of the app: what is under way is finished first. */
import { app } from 'electron'
import type { Log } from '../host/fileLog'

/** Holds a quit up until `finish` is done, however it ends. Answers whether that has begun. */
export const finishBeforeQuit = (finish: () => Promise<void>, log: Log): (() => boolean) => {
  let stage: 'running' | 'finishing' | 'finished' = 'running'
  const leave = async (): Promise<void> => {
    await finish().catch((error: unknown) => { log.error('the app did not end cleanly', { error: String(error) }) })
    stage = 'finished'
    app.quit()
  }
  app.on('will-quit', (event) => {
    if (stage === 'finished') return
    event.preventDefault()
    if (stage === 'finishing') return
    stage = 'finishing'
    void leave()
  })
  return () => stage !== 'running'
}
