/** The icon of a quote or a callout. */
import { boxIcons, type BoxIconName } from './boxIcons.data'

export const BoxIcon = ({ name }: { name: BoxIconName }) => (
  <svg viewBox="0 0 24 24" aria-hidden="true">{boxIcons[name].map((d) => <path key={d} d={d} />)}</svg>
)
