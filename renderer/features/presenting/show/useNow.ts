/** The moment, followed while it passes. */
import { useEffect, useState } from 'react'

const everyMs = 250

/** Milliseconds since 1970. */
export const useNow = (): number => {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => { setNow(Date.now()) }, everyMs)
    return () => { clearInterval(timer) }
  }, [])
  return now
}
