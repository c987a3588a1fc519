/** The dialog for a new product, mounted once. It comes with the product page, whose editor is heavy, so only when it is asked for. */
import { lazy, Suspense } from 'react'
import { dropProductRequest, useNewProductRequest } from './newProductRequest'

const NewProductDialog = lazy(async () => ({ default: (await import('#renderer/features/product')).NewProductDialog }))

export const NewProduct = () => {
  const asked = useNewProductRequest((request) => request.asked)
  if (!asked) return null
  return <Suspense><NewProductDialog chosen={asked.sources} preset={asked.preset} onClose={dropProductRequest} /></Suspense>
}
