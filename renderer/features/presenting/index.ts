/** Presenting: slides on the screen, the presentation of a deck, and the presenter's own view of it. */
export type { PresentingProps } from './show/presenting'
export { PresenterPage } from './presenter/PresenterPage'
export { SlideThumb } from './slide/SlideThumb'
export { SlideView } from './slide/SlideView'
export { PresentPage } from './stage/PresentPage'
