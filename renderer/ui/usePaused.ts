/** A text once nobody has typed in it for a moment, in milliseconds. */
import { useEffect, useState } from 'react'

export const usePaused = (text: string, pauseMs: number): string => {
  const [paused, setPaused] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setPaused(text), pauseMs)
    return () => clearTimeout(timer)
  }, [text, pauseMs])
  return paused
}
