/** Gives the keys back to what had them before a popover, a dialog or a drawer was opened. */
import { useInsertionEffect } from 'react'

/** What lies over the page, and may still be fading when the keys are given back. */
const overlays = '.ant-popover, .ant-modal-wrap, .ant-drawer, .ant-dropdown'

/** What had the keys last that is no entry of a menu: a menu is gone when what it opened is closed. */
let lastOutsideMenus: Element | undefined
document.addEventListener('focusin', ({ target }) => { if (target instanceof Element && !target.closest('.ant-dropdown')) lastOutsideMenus = target })

const openerNow = (): Element | null | undefined => {
  const { activeElement } = document
  return activeElement === document.body || activeElement?.closest('.ant-dropdown') ? lastOutsideMenus : activeElement
}

const isLost = (): boolean => {
  const { activeElement } = document
  return activeElement === null || activeElement === document.body || activeElement.closest(overlays) !== null
}

/**
 * For one that is there only while it is open, without an argument. The keys stay where they are if something of the page took them meanwhile.
 * The opener is read before what opens is drawn and takes the keys for itself: only an insertion effect comes that early.
 */
export const useReturnFocus = (isOpen = true): void => {
  useInsertionEffect(() => {
    const opener = isOpen ? openerNow() : null
    if (!(opener instanceof HTMLElement)) return undefined
    return () => { requestAnimationFrame(() => { if (opener.isConnected && isLost()) opener.focus() }) }
  }, [isOpen])
}
