// Decides the theme before the first paint: a classic script, which the browser waits for, and a file of its
// own, because the Content-Security-Policy allows no inline script.
{
  let theme
  try {
    theme = localStorage.getItem('glassbox:theme')
  } catch {
    // Storage can be forbidden. Then the system's preference counts.
  }
  if (theme !== 'light' && theme !== 'dark') {
    theme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
  }
  document.documentElement.dataset.theme = theme
}
