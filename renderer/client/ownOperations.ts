/** How many operations on records this page has done itself: what they bring about, whoever did them wants to see. */
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { OperationOutcome } from '#shared/contract/operations'

export const useOwnOperations = (): number => {
  const client = useQueryClient()
  const [count, setCount] = useState(0)
  useEffect(() => client.getMutationCache().subscribe((event) => {
    if (event.type === 'updated' && event.action.type === 'success' && OperationOutcome.safeParse(event.action.data).success) setCount((before) => before + 1)
  }), [client])
  return count
}
