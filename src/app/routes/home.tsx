import { firstRunConfiguration as firstRun } from '../composition/first-run.ts'
import { Home } from '../home/home.tsx'
import { Shell } from '../shell/shell.tsx'
import { usePageTitle } from '../shell/use-page-title.ts'

export default function HomeRoute() {
  usePageTitle()
  return (
    <Shell>
      <Home firstRun={firstRun} />
    </Shell>
  )
}
