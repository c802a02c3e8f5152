import type { Outcome } from '../../oauth/check.ts'

const passed = { path: 'M3 8.6 6.4 12 13 4.4', className: 'text-ok' }
const failed = { path: 'm4 4 8 8m0-8-8 8', className: 'text-bad' }
const idle = { path: 'M8 8h.01', className: 'text-soft' }

const looks = {
  passed,
  failed,
  'would pass': idle,
  'would fail': { ...failed, className: 'text-soft' },
  'not reached': idle,
} satisfies Record<Outcome, typeof passed>

/** ✓, ✕ or · for the eye only: drawn, so that no character stands before the outcome's word. */
export function OutcomeIcon({ outcome, className = '' }: { outcome: Outcome; className?: string }) {
  const look = looks[outcome]
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth={look === idle ? 2.5 : 1.75}
      strokeLinecap="round"
      strokeLinejoin="round"
      className={`size-3.5 ${look.className} ${className}`}
    >
      <path d={look.path} />
    </svg>
  )
}
