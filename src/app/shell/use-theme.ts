import { useEffect, useState } from 'react'

export type Theme = 'light' | 'dark'

/** As in public/theme.js, which decides before the first paint. */
const key = 'glassbox:theme'
const dark = matchMedia('(prefers-color-scheme: dark)')

/** Kept here too, for a browser that forbids storage. */
let chosen = stored()

/** The theme, and how to choose one. Until one is chosen, the system's preference counts. */
export function useTheme(): readonly [Theme, (theme: Theme) => void] {
  const [theme, setTheme] = useState<Theme>(current)
  useEffect(() => {
    const follow = () => {
      document.documentElement.dataset.theme = current()
      setTheme(current())
    }
    const onStorage = (event: StorageEvent) => {
      if (event.key !== key && event.key !== null) return
      chosen = stored()
      follow()
    }
    dark.addEventListener('change', follow)
    window.addEventListener('storage', onStorage)
    return () => {
      dark.removeEventListener('change', follow)
      window.removeEventListener('storage', onStorage)
    }
  }, [])

  const choose = (theme: Theme) => {
    chosen = theme
    document.documentElement.dataset.theme = theme
    setTheme(theme)
    try {
      localStorage.setItem(key, theme)
    } catch {
      // Forbidden or full: then it holds until the page is left.
    }
  }
  return [theme, choose]
}

const current = (): Theme => chosen ?? (dark.matches ? 'dark' : 'light')

function stored(): Theme | undefined {
  try {
    const theme = localStorage.getItem(key)
    return theme === 'light' || theme === 'dark' ? theme : undefined
  } catch {
    return undefined
  }
}
