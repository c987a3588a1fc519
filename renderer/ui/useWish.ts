/** A wish that takes its time is granted only while nothing else is wanted, and somebody still looks. */
import { useEffect, useRef } from 'react'

export interface Wish {
  /** Begins one, in the place of any before; what it answers says whether it still counts. */
  begin: () => () => boolean
  /** Something else is wanted. */
  forget: () => void
}

export const useWish = (): Wish => {
  const wishes = useRef(0)
  const forget = (): void => { wishes.current += 1 }
  useEffect(() => () => { wishes.current += 1 }, [])
  const begin = (): (() => boolean) => {
    forget()
    const mine = wishes.current
    return () => mine === wishes.current
  }
  return { begin, forget }
}
