import type { Page } from '@playwright/test'

/** What lies between page and core while a test wants it to. */
interface Between { asking: (message: string) => string | Promise<string>; answer: (message: string) => string }

/** Holds what is asked of one procedure back until `goOn` is called; everything else passes. */
export const holdBack = (between: Between, procedure: string): { goOn: () => void } => {
  let goOn = (): void => undefined
  const held = new Promise<void>((resolve) => { goOn = resolve })
  between.asking = async (message) => {
    if (message.includes(procedure)) await held
    return message
  }
  return { goOn: () => { goOn() } }
}

/** From the next loading of the page on. */
export const standBetween = async (page: Page): Promise<Between> => {
  const between: Between = { asking: (message) => message, answer: (message) => message }
  await page.routeWebSocket(/\/rpc$/, (socket) => {
    const server = socket.connectToServer()
    socket.onMessage(async (message) => { server.send(typeof message === 'string' ? await between.asking(message) : message) })
    server.onMessage((message) => { socket.send(typeof message === 'string' ? between.answer(message) : message) })
  })
  return between
}
