/** Gives the keys to what is drawn anew: a browser takes them from what goes, or is moved. */

/** After the page has drawn what was changed: the first of these that is there. */
export const soon = (find: () => HTMLElement | null | undefined): void => {
  requestAnimationFrame(() => requestAnimationFrame(() => {
    const found = find()
    found?.scrollIntoView({ block: 'nearest' })
    found?.focus({ preventScroll: true })
  }))
}

export const focusSoon = (...ids: readonly string[]): void => { soon(() => ids.map((id) => document.getElementById(id)).find((element) => element !== null)) }
