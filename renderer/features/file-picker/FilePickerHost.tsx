/** Mounts the picker in the page once, for whoever asks. */
import { FilePicker } from './FilePicker'
import { usePickRequest } from './pickRequest'

export const FilePickerHost = () => {
  const pending = usePickRequest((store) => store.pending)
  return pending && <FilePicker request={pending.request} onAnswer={pending.answer} />
}
