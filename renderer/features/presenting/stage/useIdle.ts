/** Whether the pointer has been still for a while: it and what it would press are hidden then. */
import { useEffect, useState } from 'react'

const stillMs = 2000

export const useIdle = (): boolean => {
  const [isIdle, setIsIdle] = useState(true)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const onMove = (): void => {
      setIsIdle(false)
      clearTimeout(timer)
      timer = setTimeout(() => { setIsIdle(true) }, stillMs)
    }
    addEventListener('pointermove', onMove)
    return () => { removeEventListener('pointermove', onMove); clearTimeout(timer) }
  }, [])
  return isIdle
}
