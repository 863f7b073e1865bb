/** A kite with its tail and a string that leaves the picture. Decoration. */
export function FlyingKite({ className }: { readonly className?: string | undefined }) {
  return (
    <svg viewBox="0 0 220 330" className={className} aria-hidden="true" fill="none">
      <path
        d="M96 132C70 190 128 220 96 270S30 318 8 330"
        stroke="currentColor"
        strokeWidth="2.5"
        strokeDasharray="2 8"
        strokeLinecap="round"
      />
      <g>
        <path d="M150 8 206 66 96 132 76 46z" fill="var(--primary)" />
        <path d="M150 8 206 66 96 132z" fill="var(--accent)" />
        <path d="M150 8 96 132M76 46l130 20" stroke="var(--text)" strokeWidth="2.5" strokeLinecap="round" />
        <path
          d="m84 184 26-8-4 20zM82 188l-20 14 22 8zM112 232l24-12-2 22zM110 236l-22 10 18 12z"
          fill="var(--primary)"
        />
      </g>
    </svg>
  )
}
