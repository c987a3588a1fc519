/** Adoptions: planning and following them beside their product, the page of one, and the list of all. */
export { AdoptionsPage } from './list/AdoptionsPage'
export { AdoptionPage } from './page/AdoptionPage'
export { ProductAdoptionsPanel } from './panel/ProductAdoptionsPanel'
