/** The mark of 良方: a prescription slip in jade. */
export const LogoMark = ({ size = 18 }: { size?: number }) => (
  <svg width={size} height={size} viewBox="0 0 17 17" aria-hidden="true" style={{ flex: 'none' }}>
    <path d="M0 0h13.5A3.5 3.5 0 0 1 17 3.5V17H3.5A3.5 3.5 0 0 1 0 13.5Z" fill="var(--lf-jade)" />
    <path d="M4.2 5h9M4.2 8.5h9M4.2 12h5" stroke="var(--lf-on-jade)" strokeWidth="1.6" strokeLinecap="round" fill="none" />
  </svg>
)
