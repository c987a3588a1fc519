import { expect, it } from 'vitest'
import { newId } from '#shared/model/ids'
import { packFewer, packRecords, suggestRecords, usePackRequest } from './packRequest'

it('what is packed with fewer records is the same request for the same purpose, and what is packed anew is another', () => {
  const [one, other] = [newId(), newId()]
  const library = { id: newId(), name: '城东', unit: '' }
  suggestRecords([one, other, one], library)
  const first = usePackRequest.getState()
  expect(first).toMatchObject({ chosen: { ids: [one, other] }, suggestTo: library })
  packFewer([one])
  expect(usePackRequest.getState()).toMatchObject({ chosen: { ids: [one] }, suggestTo: library, asked: first.asked })
  packRecords([one])
  expect(usePackRequest.getState()).toMatchObject({ suggestTo: null, asked: first.asked + 1 })
})
