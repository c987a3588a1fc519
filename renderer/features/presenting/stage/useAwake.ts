/** Keeps the screen from going dark while slides are on it, where the browser can. */
import { useEffect } from 'react'

export const useAwake = (): void => {
  useEffect(() => {
    let lock: WakeLockSentinel | undefined
    let isLeft = false
    // Taken back by the browser whenever the page is out of sight.
    const hold = async (): Promise<void> => {
      if (!('wakeLock' in navigator) || document.visibilityState !== 'visible') return
      try {
        lock = await navigator.wakeLock.request('screen')
        if (isLeft) await lock.release()
      } catch {
        // Refused, as on a low battery.
      }
    }
    const onSight = (): void => { void hold() }
    onSight()
    document.addEventListener('visibilitychange', onSight)
    return () => {
      isLeft = true
      document.removeEventListener('visibilitychange', onSight)
      void lock?.release()
    }
  }, [])
}
