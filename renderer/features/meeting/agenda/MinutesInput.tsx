/** How long something takes: what is typed is taken once the field is left, or Enter pressed, so that nothing else moves while it is typed. */
import { InputNumber } from 'antd'
import { useState } from 'react'

interface MinutesInputProps { id: string; minutes: number; most: number; onChange: (minutes: number | null) => void }

export const MinutesInput = ({ id, minutes, most, onChange }: MinutesInputProps) => {
  const [typed, setTyped] = useState<number | null>()
  const take = (next: number | null | undefined): void => {
    setTyped(undefined)
    if (next !== undefined && next !== minutes) onChange(next)
  }
  return (
    <InputNumber
      id={id} size="small" controls={false} min={0} max={most} precision={0} value={typed === undefined ? minutes : typed}
      onChange={setTyped} onStep={take} onBlur={() => take(typed)} onPressEnter={(event) => { if (!event.nativeEvent.isComposing) take(typed) }}
    />
  )
}
