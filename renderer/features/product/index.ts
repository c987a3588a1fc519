/** The product feature: a new product, and the page on which it is distilled from its sources and released. */
export { NewProductDialog } from './picker/NewProductDialog'
export { ProductPage } from './ProductPage'
