/** Back and forward through the pages of this window, and whether there is anything there. */
import { useRouter } from '@tanstack/react-router'
import { useEffect, useState } from 'react'

interface HistoryButtons {
  canGoBack: boolean
  canGoForward: boolean
  back: () => void
  forward: () => void
}

export const useHistoryButtons = (): HistoryButtons => {
  const { history } = useRouter()
  const [place, setPlace] = useState(() => ({ index: history.location.state.__TSR_index, last: history.location.state.__TSR_index }))
  useEffect(() => history.subscribe(({ location, action }) => {
    const index = location.state.__TSR_index
    setPlace(({ last }) => ({ index, last: action.type === 'PUSH' ? index : Math.max(last, index) }))
  }), [history])
  return {
    canGoBack: place.index > 0, canGoForward: place.index < place.last,
    back: () => { history.back() }, forward: () => { history.forward() },
  }
}
