/** Whether the app is ready, which decides what may be called. */
let ready = false

export const isReady = (): boolean => ready
export const becomeReady = (): void => { ready = true }
