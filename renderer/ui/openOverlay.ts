/** Whether a menu, a panel or a dialog lies over the page: then Escape is for closing it. One that is going away is open no more. */
const kinds = ['dropdown', 'popover', 'select-dropdown', 'picker-dropdown', 'modal', 'drawer-content-wrapper'] as const

/** Cards that only tell, shown by pointing: they close by themselves, and Escape is not theirs. */
export const tellingCard = 'lf-telling-card'

const isOpen = (element: Element): boolean =>
  !element.classList.contains(tellingCard) && ![...element.classList].some((name) => name.includes('-leave')) && element.getClientRects().length > 0 && getComputedStyle(element).visibility !== 'hidden'

export const isOverlayOpen = (): boolean => [...document.querySelectorAll(kinds.map((kind) => `.ant-${kind}`).join())].some(isOpen)
