/** `screen`: one display, until the test plugs in others. */
import type Electron from 'electron'

export type Display = Pick<Electron.Display, 'id' | 'bounds' | 'workArea'>

const within = ({ bounds }: Display, x: number, y: number): boolean => x >= bounds.x && x < bounds.x + bounds.width && y >= bounds.y && y < bounds.y + bounds.height

const own: Display = { id: 1, bounds: { x: 0, y: 0, width: 1920, height: 1080 }, workArea: { x: 0, y: 0, width: 1920, height: 1040 } }
let plugged: readonly Display[] = []

/** A display to the right of the first. */
export const plugIn = (): void => { plugged = [{ id: 2, bounds: { x: 1920, y: 0, width: 1280, height: 800 }, workArea: { x: 1920, y: 0, width: 1280, height: 760 } }] }

export const screen = {
  getAllDisplays: (): Display[] => [own, ...plugged],
  getDisplayMatching: ({ x, y }: Electron.Rectangle): Display => [own, ...plugged].find((display) => within(display, x, y)) ?? own,
}
