import { ensureBuild, runBuilt } from './build.mjs'
import { ensureDependencies } from './dependencies.mjs'
import { endWithNpm } from './npm.mjs'

endWithNpm()
await ensureDependencies()
await ensureBuild()
await runBuilt(['serve', ...process.argv.slice(2)])
