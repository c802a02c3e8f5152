import { useTheme } from './use-theme.ts'

/** Switches to the other theme, by which it is named. */
export function ThemeToggle() {
  const [theme, choose] = useTheme()
  const other = theme === 'dark' ? 'light' : 'dark'
  return (
    <button type="button" onClick={() => choose(other)} className="btn w-8 shrink-0 px-0">
      <span className="sr-only">{other === 'dark' ? 'Dark theme' : 'Light theme'}</span>
      <svg
        aria-hidden="true"
        viewBox="0 0 16 16"
        className="size-4 fill-none stroke-current stroke-[1.3] [stroke-linecap:round] [stroke-linejoin:round]"
      >
        {other === 'dark' ? (
          <path d="M13.2 9.6A5.6 5.6 0 0 1 6.4 2.8a5.6 5.6 0 1 0 6.8 6.8Z" />
        ) : (
          <path d="M10.7 8a2.7 2.7 0 1 1-5.4 0 2.7 2.7 0 0 1 5.4 0ZM8 1.5v1M8 13.5v1M1.5 8h1M13.5 8h1M3.4 3.4l.7.7M11.9 11.9l.7.7M12.6 3.4l-.7.7M4.1 11.9l-.7.7" />
        )}
      </svg>
    </button>
  )
}
