import './styles.css'
import { type ComponentType, lazy, StrictMode, Suspense } from 'react'
import { createRoot } from 'react-dom/client'
import { BrowserRouter, Route, Routes, useLocation } from 'react-router'
import NotFound from './routes/not-found.tsx'
import { ErrorBoundary } from './shell/error-boundary.tsx'
import { Shell } from './shell/shell.tsx'

const loadHome = () => import('./routes/home.tsx')
const loadFlow = () => import('./routes/flow.tsx')
let HomeRoute: ComponentType = lazy(loadHome)
let FlowRoute: ComponentType = lazy(loadFlow)

function Pages() {
  const { pathname } = useLocation()
  return (
    <ErrorBoundary at={pathname}>
      <Suspense fallback={<Shell />}>
        <Routes>
          <Route path="/" element={<HomeRoute />} />
          <Route path="/flows/:flow" element={<FlowRoute />} />
          <Route path="*" element={<NotFound />} />
        </Routes>
      </Suspense>
    </ErrorBoundary>
  )
}

/** Fetches what the other pages need while nothing else is to do, so that the network may go away. */
function fetchAhead() {
  const fetchAll = () => {
    // Should this fail, the page that needs it asks again.
    void Promise.all([loadHome(), loadFlow().then((flow) => flow.fetchAhead())]).catch(() => {})
    void document.fonts.load('12px "JetBrains Mono Variable"').catch(() => {})
  }
  if ('requestIdleCallback' in window) window.requestIdleCallback(fetchAll, { timeout: 2000 })
  else setTimeout(fetchAll, 200)
}

/** What the address asks for is there before the first paint: a placeholder, once shown, would stay for 300 ms. */
async function loadFirst() {
  try {
    if (location.pathname === '/') HomeRoute = (await loadHome()).default
    if (location.pathname.startsWith('/flows/')) FlowRoute = (await loadFlow()).default
  } catch {
    // The route tries again when it is drawn, and the error boundary has words for it.
  }
}

async function start(root: HTMLElement) {
  await loadFirst()
  // What an error boundary shows on the page is not written to the console too: it could hold a secret.
  createRoot(root, { onCaughtError: () => {} }).render(
    <StrictMode>
      <BrowserRouter>
        <Pages />
      </BrowserRouter>
    </StrictMode>,
  )
  if (document.readyState === 'complete') fetchAhead()
  else window.addEventListener('load', fetchAhead, { once: true })
}

const root = document.getElementById('root')
if (root) void start(root)
