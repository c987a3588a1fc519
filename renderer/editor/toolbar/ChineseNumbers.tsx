/** The icon of the Chinese way to number: 一 and 二 before two lines, drawn as Lucide draws its lists. */
interface IconProps { size?: number | string, strokeWidth?: number | string, 'aria-hidden'?: boolean }

export const ChineseNumbers = ({ size = 24, strokeWidth = 2 }: IconProps) => (
  <svg width={size} height={size} viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth={strokeWidth} strokeLinecap="round" aria-hidden="true">
    <path d="M3 7h5" /><path d="M12 7h9" /><path d="M3.5 15h4" /><path d="M3 19h5" /><path d="M12 17h9" />
  </svg>
)
